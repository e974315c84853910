package dev.ashlar.traffic.firewall;

/**
 * The rule groups that AWS maintains, in the order in which a {@link WebFirewall} evaluates them: cheap and broad
 * ones first.
 *
 * @see <a href="https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html">AWS Managed
 *     Rules rule groups list</a>
 */
public enum ManagedRuleGroup {
    /** Addresses that AWS associates with attacks. Part of the baseline. */
    IP_REPUTATION("AWSManagedRulesAmazonIpReputationList", "ip-reputation", 25, 4000),
    /** Addresses of anonymizers and hosting providers; it also blocks callers that run in a cloud. */
    ANONYMOUS_IP("AWSManagedRulesAnonymousIpList", "anonymous-ip", 50, 4010),
    /**
     * The rules for every web application, after the OWASP top ten. Part of the baseline. It blocks bodies of more
     * than 8 KB: see {@link WebFirewallArgs#uploadPaths}.
     */
    COMMON("AWSManagedRulesCommonRuleSet", "common", 700, 4020),
    /** Requests that exploit known vulnerabilities, such as the one of Log4j. Part of the baseline. */
    KNOWN_BAD_INPUTS("AWSManagedRulesKnownBadInputsRuleSet", "known-bad-inputs", 200, 4030),
    /** SQL injection. Part of the baseline. */
    SQLI("AWSManagedRulesSQLiRuleSet", "sqli", 200, 4040),
    /** Requests to administration pages that should not be reachable from outside. */
    ADMIN_PROTECTION("AWSManagedRulesAdminProtectionRuleSet", "admin-protection", 100, 4050),
    /** Attacks on Linux, such as local file inclusion. */
    LINUX("AWSManagedRulesLinuxRuleSet", "linux", 200, 4060),
    /** Attacks on POSIX systems, such as command injection. */
    UNIX("AWSManagedRulesUnixRuleSet", "unix", 100, 4070),
    /** Attacks on Windows. */
    WINDOWS("AWSManagedRulesWindowsRuleSet", "windows", 200, 4080),
    /** Attacks on PHP. */
    PHP("AWSManagedRulesPHPRuleSet", "php", 100, 4090),
    /** Attacks on WordPress. */
    WORDPRESS("AWSManagedRulesWordPressRuleSet", "wordpress", 100, 4100),
    /** Bots that identify themselves. AWS charges an additional 10 USD a month and 1 USD for a million requests. */
    BOT_CONTROL("AWSManagedRulesBotControlRuleSet", "bot-control", 50, 4110);

    private final String wireName;
    private final String label;
    private final int capacity;
    private final int priority;

    ManagedRuleGroup(String wireName, String label, int capacity, int priority) {
        this.wireName = wireName;
        this.label = label;
        this.capacity = capacity;
        this.priority = priority;
    }

    /** Returns the name in the API of AWS WAF. */
    public String wireName() {
        return wireName;
    }

    /** Returns the name of its rule and its metric, such as {@code known-bad-inputs}. */
    public String label() {
        return label;
    }

    /** Returns the web ACL capacity units (WCU) that the group uses. */
    public int capacity() {
        return capacity;
    }

    /** Returns the priority of its rule in a firewall; it never changes, so no other rule moves. */
    public int priority() {
        return priority;
    }

    /** Returns whether every firewall has the group unless it is omitted by name. */
    public boolean isBaseline() {
        return this == IP_REPUTATION || this == COMMON || this == KNOWN_BAD_INPUTS || this == SQLI;
    }
}
