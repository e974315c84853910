package dev.ashlar.data.cache.internal;

import com.pulumi.core.Output;
import dev.ashlar.core.AwsService;
import dev.ashlar.core.Binding;
import dev.ashlar.core.NetworkPath;
import dev.ashlar.core.SecretReference;
import dev.ashlar.internal.component.Names;

/**
 * The binding of a cache, created by this library or not.
 *
 * @param name the cache's name in messages and in the consumers' rules
 */
public record CacheBindings(
        String name,
        Output<String> endpoint,
        int port,
        Output<String> user,
        Output<String> securityGroupId,
        SecretReference password) {

    public Binding connect(String prefix) {
        // Clients interpret a user without a password in a URL differently, so the URL contains neither.
        var url = endpoint.applyValue(host -> "rediss://%s:%d".formatted(host, port));
        return Binding.builder()
                .provider(name)
                .access("connect")
                .putEnvironment(Names.environmentVariable(prefix, "HOST"), endpoint)
                .putEnvironment(Names.environmentVariable(prefix, "PORT"), Output.of(String.valueOf(port)))
                .putEnvironment(Names.environmentVariable(prefix, "USER"), user)
                .putEnvironment(Names.environmentVariable(prefix, "URL"), url)
                .putSecrets(Names.environmentVariable(prefix, "PASSWORD"), password)
                .path(new NetworkPath(securityGroupId, port))
                .addServices(AwsService.SECRETS_MANAGER)
                .build();
    }
}
