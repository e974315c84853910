package dev.ashlar.preflight.sandbox.protocol;

import dev.ashlar.preflight.sandbox.value.RejectedException;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Generates random passwords like {@code GetRandomPassword} (AWS Secrets Manager API Reference). */
public final class Password {

    private static final int DEFAULT_LENGTH = 32;
    private static final Map<String, String> CHARACTERS = Map.of(
            "excludeLowercase", "abcdefghijklmnopqrstuvwxyz",
            "excludeUppercase", "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
            "excludeNumbers", "0123456789",
            "excludePunctuation", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~");

    private Password() {}

    static String generate(Map<String, Object> arguments, RandomGenerator random) {
        var alphabet = new StringBuilder(Boolean.TRUE.equals(arguments.get("includeSpace")) ? " " : "");
        CHARACTERS.forEach((exclusion, characters) -> {
            if (!Boolean.TRUE.equals(arguments.get(exclusion))) {
                alphabet.append(characters);
            }
        });
        var excluded = String.valueOf(arguments.getOrDefault("excludeCharacters", ""));
        int length = arguments.get("passwordLength") instanceof Double given ? given.intValue() : DEFAULT_LENGTH;
        var allowed = alphabet.chars().filter(c -> excluded.indexOf(c) < 0).toArray();
        if (allowed.length == 0) {
            throw new RejectedException("the exclusions leave no characters for the password");
        }
        var password = new StringBuilder();
        for (int i = 0; i < length; i++) {
            password.append((char) allowed[random.nextInt(allowed.length)]);
        }
        return password.toString();
    }
}
