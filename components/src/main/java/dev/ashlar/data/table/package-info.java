/** DynamoDB tables, and the bindings of services that use them. */
@NullMarked
package dev.ashlar.data.table;

import org.jspecify.annotations.NullMarked;
