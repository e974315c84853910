package dev.ashlar.platform;

import com.pulumi.Context;
import dev.ashlar.core.Violations;

/** What a stack consists of: first all of it is checked, then it is created. */
interface Program {

    /** Every fault of every component; creates nothing. */
    Violations check();

    /** Registers the resources and the stack's outputs. */
    void create(Context context);
}
