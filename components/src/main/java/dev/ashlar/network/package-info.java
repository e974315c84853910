/** Networks: address plans, subnets, the ways to the internet and to AWS services. */
@NullMarked
package dev.ashlar.network;

import org.jspecify.annotations.NullMarked;
