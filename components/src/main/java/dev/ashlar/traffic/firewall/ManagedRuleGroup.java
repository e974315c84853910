package dev.ashlar.traffic.firewall;

/**
 * The rule groups that AWS maintains, in the order in which a {@link WebFirewall} asks them: cheap and broad ones first.
 *
 * @see <a href="https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html">AWS Managed Rules
 *     rule groups list</a>
 */
public enum ManagedRuleGroup {
    /** Addresses that AWS knows for attacks. Part of the baseline. */
    IP_REPUTATION("AWSManagedRulesAmazonIpReputationList", "ip-reputation", 25, 4000),
    /** Addresses of anonymisers and hosting providers; it blocks callers that run in a cloud, too. */
    ANONYMOUS_IP("AWSManagedRulesAnonymousIpList", "anonymous-ip", 50, 4010),
    /**
     * What every web application should refuse, after the OWASP top ten. Part of the baseline. It blocks bodies of more
     * than 8 KB: see {@link WebFirewallArgs#uploadPaths}.
     */
    COMMON("AWSManagedRulesCommonRuleSet", "common", 700, 4020),
    /** Requests that exploit known flaws, such as Log4j's. Part of the baseline. */
    KNOWN_BAD_INPUTS("AWSManagedRulesKnownBadInputsRuleSet", "known-bad-inputs", 200, 4030),
    /** SQL in places where none belongs. Part of the baseline. */
    SQLI("AWSManagedRulesSQLiRuleSet", "sqli", 200, 4040),
    /** Administration pages that should not be reached from outside. */
    ADMIN_PROTECTION("AWSManagedRulesAdminProtectionRuleSet", "admin-protection", 100, 4050),
    /** Attacks on Linux, such as the inclusion of local files. */
    LINUX("AWSManagedRulesLinuxRuleSet", "linux", 200, 4060),
    /** Attacks on POSIX systems, such as the running of commands. */
    UNIX("AWSManagedRulesUnixRuleSet", "unix", 100, 4070),
    /** Attacks on Windows. */
    WINDOWS("AWSManagedRulesWindowsRuleSet", "windows", 200, 4080),
    /** Attacks on PHP. */
    PHP("AWSManagedRulesPHPRuleSet", "php", 100, 4090),
    /** Attacks on WordPress. */
    WORDPRESS("AWSManagedRulesWordPressRuleSet", "wordpress", 100, 4100),
    /** Bots that say what they are. AWS charges 10 USD a month and 1 USD a million requests more. */
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

    /** The name in AWS WAF's API. */
    public String wireName() {
        return wireName;
    }

    /** What its rule and its metric are called, such as {@code known-bad-inputs}. */
    public String label() {
        return label;
    }

    /** How many web ACL capacity units (WCU) it takes. */
    public int capacity() {
        return capacity;
    }

    /** Its place among the rules of a firewall; it never changes, so that no other rule moves. */
    public int priority() {
        return priority;
    }

    /** Whether every firewall has it, unless it is taken out by name. */
    public boolean isBaseline() {
        return this == IP_REPUTATION || this == COMMON || this == KNOWN_BAD_INPUTS || this == SQLI;
    }
}
