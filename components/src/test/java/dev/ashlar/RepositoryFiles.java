package dev.ashlar;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.TreeSet;

/** The files of the whole repository, without what builds and tools write. */
final class RepositoryFiles {

    private static final Path ROOT = Path.of("..");

    private static final Set<String> WRITTEN = Set.of("target", ".git", ".pulumi", ".idea", ".vscode", ".settings");

    private RepositoryFiles() {}

    /** All files, relative to the root of the repository and sorted. */
    static Set<Path> all() throws IOException {
        var all = new TreeSet<Path>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return WRITTEN.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                all.add(ROOT.relativize(file));
                return FileVisitResult.CONTINUE;
            }
        });
        return all;
    }

    static String read(Path file) throws IOException {
        return Files.readString(ROOT.resolve(file));
    }

    static void write(Path file, String text) throws IOException {
        Files.writeString(ROOT.resolve(file), text);
    }
}
