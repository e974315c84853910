package dev.ashlar.identity.internal.userpool;

import com.pulumi.aws.cognito.inputs.UserPoolAccountRecoverySettingArgs;
import com.pulumi.aws.cognito.inputs.UserPoolAccountRecoverySettingRecoveryMechanismArgs;
import com.pulumi.aws.cognito.inputs.UserPoolAdminCreateUserConfigArgs;
import com.pulumi.aws.cognito.inputs.UserPoolEmailConfigurationArgs;
import com.pulumi.aws.cognito.inputs.UserPoolPasswordPolicyArgs;
import com.pulumi.aws.cognito.inputs.UserPoolSchemaArgs;
import com.pulumi.aws.cognito.inputs.UserPoolSchemaNumberAttributeConstraintsArgs;
import com.pulumi.aws.cognito.inputs.UserPoolSchemaStringAttributeConstraintsArgs;
import com.pulumi.aws.cognito.inputs.UserPoolSignInPolicyArgs;
import com.pulumi.aws.cognito.inputs.UserPoolSoftwareTokenMfaConfigurationArgs;
import com.pulumi.aws.cognito.inputs.UserPoolUserAttributeUpdateSettingsArgs;
import com.pulumi.aws.cognito.inputs.UserPoolUserPoolAddOnsArgs;
import com.pulumi.aws.cognito.inputs.UserPoolUsernameConfigurationArgs;
import com.pulumi.aws.cognito.inputs.UserPoolWebAuthnConfigurationArgs;
import dev.ashlar.identity.EmailSender;
import dev.ashlar.identity.FeaturePlan;
import dev.ashlar.identity.Mfa;
import dev.ashlar.identity.ThreatProtection;
import dev.ashlar.identity.UserAttribute;
import dev.ashlar.identity.UserPoolArgs;
import dev.ashlar.internal.component.Tags;
import java.util.ArrayList;
import java.util.List;

/** Translates the options of a user pool into the properties of the resource. */
public final class UserPoolSettings {

    private static final String EMAIL = "email";

    private UserPoolSettings() {}

    public static com.pulumi.aws.cognito.UserPoolArgs of(String name, UserPoolArgs args, UserPoolSchema schema) {
        var builder = com.pulumi.aws.cognito.UserPoolArgs.builder()
                .userPoolTier(args.featurePlan().name())
                .deletionProtection(args.deletionProtection() ? "ACTIVE" : "INACTIVE")
                .usernameConfiguration(UserPoolUsernameConfigurationArgs.builder()
                        .caseSensitive(false)
                        .build())
                .adminCreateUserConfig(UserPoolAdminCreateUserConfigArgs.builder()
                        .allowAdminCreateUserOnly(!args.selfSignUp())
                        .build())
                .mfaConfiguration(args.mfa().wireName())
                .passwordPolicy(passwordPolicy(args))
                .tags(Tags.named(name, args.tags()));
        email(builder, args);
        factors(builder, args);
        var schemas = schemas(schema);
        if (!schemas.isEmpty()) {
            builder.schemas(schemas);
        }
        if (args.threatProtection() != ThreatProtection.OFF) {
            builder.userPoolAddOns(UserPoolUserPoolAddOnsArgs.builder()
                    .advancedSecurityMode(args.threatProtection().name())
                    .build());
        }
        return builder.build();
    }

    private static void email(com.pulumi.aws.cognito.UserPoolArgs.Builder builder, UserPoolArgs args) {
        builder.autoVerifiedAttributes(EMAIL)
                .userAttributeUpdateSettings(UserPoolUserAttributeUpdateSettingsArgs.builder()
                        .attributesRequireVerificationBeforeUpdates(EMAIL)
                        .build())
                .accountRecoverySetting(UserPoolAccountRecoverySettingArgs.builder()
                        .recoveryMechanisms(UserPoolAccountRecoverySettingRecoveryMechanismArgs.builder()
                                .name("verified_email")
                                .priority(1)
                                .build())
                        .build());
        if (args.emailAsUsername()) {
            builder.usernameAttributes(EMAIL);
        }
        var sender = args.emailSender();
        builder.emailConfiguration(sender == null ? cognitosOwnSender() : ses(sender));
    }

    private static UserPoolEmailConfigurationArgs ses(EmailSender sender) {
        return UserPoolEmailConfigurationArgs.builder()
                .emailSendingAccount("DEVELOPER")
                .sourceArn(sender.identityArn())
                .fromEmailAddress(sender.from())
                .build();
    }

    // Set although it is the default, because the provider ignores absent properties: a sender removed from the options
    // would continue to send.
    private static UserPoolEmailConfigurationArgs cognitosOwnSender() {
        return UserPoolEmailConfigurationArgs.builder()
                .emailSendingAccount("COGNITO_DEFAULT")
                .build();
    }

    private static void factors(com.pulumi.aws.cognito.UserPoolArgs.Builder builder, UserPoolArgs args) {
        if (args.mfa() != Mfa.OFF) {
            builder.softwareTokenMfaConfiguration(UserPoolSoftwareTokenMfaConfigurationArgs.builder()
                    .enabled(true)
                    .build());
        }
        var passkeyDomain = args.passkeyDomain();
        if (passkeyDomain != null) {
            builder.webAuthnConfiguration(UserPoolWebAuthnConfigurationArgs.builder()
                    .relyingPartyId(passkeyDomain)
                    .userVerification("required")
                    .build());
        }
        // Set without passkeys too, because the provider would otherwise continue to allow them. The plan LITE does not
        // support the setting.
        if (args.featurePlan() != FeaturePlan.LITE) {
            builder.signInPolicy(UserPoolSignInPolicyArgs.builder()
                    .allowedFirstAuthFactors(
                            passkeyDomain == null ? List.of("PASSWORD") : List.of("PASSWORD", "WEB_AUTHN"))
                    .build());
        }
    }

    private static UserPoolPasswordPolicyArgs passwordPolicy(UserPoolArgs args) {
        var policy = UserPoolPasswordPolicyArgs.builder()
                .minimumLength(args.minimumPasswordLength())
                .requireLowercase(true)
                .requireUppercase(true)
                .requireNumbers(true)
                .requireSymbols(true)
                .temporaryPasswordValidityDays(
                        Math.toIntExact(args.temporaryPasswordValidity().toDays()));
        if (args.passwordHistorySize() > 0) {
            policy.passwordHistorySize(args.passwordHistorySize());
        }
        return policy.build();
    }

    private static List<UserPoolSchemaArgs> schemas(UserPoolSchema schema) {
        var schemas = new ArrayList<UserPoolSchemaArgs>();
        schema.required().forEach((name, attribute) -> schemas.add(attribute(name, attribute, true)));
        schema.custom().forEach((name, attribute) -> schemas.add(attribute(name, attribute, false)));
        return schemas;
    }

    // Constraints are always set: Cognito returns defaults for absent ones, which would look like a change.
    private static UserPoolSchemaArgs attribute(String name, UserAttribute attribute, boolean required) {
        var builder = UserPoolSchemaArgs.builder()
                .name(name)
                .attributeDataType(attribute.type().wireName())
                .developerOnlyAttribute(false)
                .mutable(attribute.mutable())
                .required(required);
        if (attribute.type() == UserAttribute.Type.STRING) {
            builder.stringAttributeConstraints(UserPoolSchemaStringAttributeConstraintsArgs.builder()
                    .minLength(Long.toString(attribute.from()))
                    .maxLength(Long.toString(attribute.to()))
                    .build());
        }
        if (attribute.type() == UserAttribute.Type.NUMBER) {
            builder.numberAttributeConstraints(UserPoolSchemaNumberAttributeConstraintsArgs.builder()
                    .minValue(Long.toString(attribute.from()))
                    .maxValue(Long.toString(attribute.to()))
                    .build());
        }
        return builder.build();
    }
}
