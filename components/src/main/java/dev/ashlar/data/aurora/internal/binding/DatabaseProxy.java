package dev.ashlar.data.aurora.internal.binding;

import dev.ashlar.core.SecretReference;
import java.util.Map;

/**
 * What bindings need to know of the proxy before a database.
 *
 * @param hosts where it listens
 * @param iamAuthentication whether clients log in with tokens of IAM, and with passwords otherwise
 * @param users the secrets with {@code username} and {@code password}, by database user
 */
public record DatabaseProxy(DatabaseHosts hosts, boolean iamAuthentication, Map<String, SecretReference> users) {}
