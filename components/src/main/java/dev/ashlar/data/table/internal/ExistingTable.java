package dev.ashlar.data.table.internal;

import com.pulumi.core.Output;
import dev.ashlar.core.Ashlar;
import dev.ashlar.core.Violations;
import dev.ashlar.data.table.ExistingTableArgs;
import dev.ashlar.data.table.Table;
import dev.ashlar.internal.check.KnownArn;
import dev.ashlar.internal.component.Created;
import dev.ashlar.internal.component.Names;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An existing table: it provides bindings and creates nothing. */
public record ExistingTable(
        String label,
        Output<String> tableArn,
        Optional<Output<String>> streamArn,
        @Nullable Output<String> kmsKeyArn) implements Table {

    public static Table of(String name, ExistingTableArgs args) {
        var violations = Violations.of("DynamoTable.fromExisting", name);
        Names.check(name, violations);
        var tableArn = args.tableArn();
        violations.require("tableArn", tableArn, "policies identify the table by its ARN", "set it");
        Ashlar.check(violations);
        var known = new KnownArn(violations.subject());
        return new ExistingTable(
                name,
                tableArn == null ? Created.unknown() : known.of("tableArn", tableArn, "dynamodb"),
                Optional.ofNullable(known.ifGiven("streamArn", args.streamArn(), "dynamodb")),
                known.ifGiven("kmsKeyArn", args.kmsKeyArn(), "kms"));
    }

    @Override
    public Output<String> tableName() {
        return tableArn.applyValue(arn -> arn.substring(arn.lastIndexOf('/') + 1));
    }
}
