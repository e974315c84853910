/** VPCs: subnets in three tiers, egress to the internet and to AWS services, and networks that exist already. */
@NullMarked
package dev.ashlar.network;

import org.jspecify.annotations.NullMarked;
