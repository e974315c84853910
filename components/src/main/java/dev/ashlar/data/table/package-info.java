/** DynamoDB tables, with the bindings by which services use them. */
@NullMarked
package dev.ashlar.data.table;

import org.jspecify.annotations.NullMarked;
