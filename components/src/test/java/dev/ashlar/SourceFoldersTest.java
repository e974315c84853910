package dev.ashlar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps folders of sources small enough to find a file in, in all modules of the repository. */
class SourceFoldersTest {

    private static final int LIMIT = 25;

    // Folders above the limit. Remove a folder here once it is small enough; add none.
    private static final Set<String> TOO_LARGE = Set.of();

    @Test
    void a_folder_of_main_sources_has_at_most_25_files() throws IOException {
        var large = new TreeMap<>(filesByFolder());
        large.values().removeIf(files -> files <= LIMIT);

        assertThat(large)
                .as("folders of more than %d files; those that are no longer too large must leave the list here", LIMIT)
                .containsOnlyKeys(TOO_LARGE);
    }

    private static Map<String, Long> filesByFolder() throws IOException {
        return RepositoryFiles.all().stream()
                .filter(file -> file.toString().endsWith(".java"))
                .map(file -> file.getParent().toString())
                .filter(folder -> !(folder + "/").contains("/test/java/"))
                .collect(Collectors.groupingBy(folder -> folder, Collectors.counting()));
    }
}
