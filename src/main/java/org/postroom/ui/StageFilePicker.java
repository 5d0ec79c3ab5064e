package org.postroom.ui;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.postroom.ui.common.FilePicker;
import org.postroom.ui.common.Texts;

/// The platform's file dialogs.
final class StageFilePicker implements FilePicker {
  private final Window stage;
  private final Texts texts;
  private final @Nullable Path first;

  StageFilePicker(Window stage, Texts texts) {
    this(stage, texts, null);
  }

  /// @param first the folder that it begins with, or null for the platform's choice
  private StageFilePicker(Window stage, Texts texts, @Nullable Path first) {
    this.stage = stage;
    this.texts = texts;
    this.first = first;
  }

  @Override
  public FilePicker in(Window window, Path folder) {
    return new StageFilePicker(window, texts, folder);
  }

  @Override
  public Optional<Path> list() {
    FileChooser chooser = chooser("files.list");
    chooser
        .getExtensionFilters()
        .addAll(
            new ExtensionFilter(
                texts.get("files.lists"),
                "*.csv",
                "*.tsv",
                "*.txt",
                "*.xlsx",
                "*.xlsm",
                "*.ods",
                "*.vcf"),
            new ExtensionFilter(texts.get("files.all"), "*.*"));
    return path(chooser.showOpenDialog(stage));
  }

  @Override
  public List<Path> attachments() {
    List<File> chosen = chooser("files.attach").showOpenMultipleDialog(stage);
    return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
  }

  @Override
  public Optional<Path> image() {
    FileChooser chooser = chooser("files.image");
    chooser
        .getExtensionFilters()
        .addAll(
            // Those that mail programs do not show are refused with the reason and a way out.
            new ExtensionFilter(
                texts.get("files.images"),
                "*.png",
                "*.jpg",
                "*.jpeg",
                "*.gif",
                "*.bmp",
                "*.tif",
                "*.tiff",
                "*.webp",
                "*.heic",
                "*.heif",
                "*.svg"),
            new ExtensionFilter(texts.get("files.all"), "*.*"));
    return path(chooser.showOpenDialog(stage));
  }

  @Override
  public Optional<Path> text() {
    FileChooser chooser = chooser("files.text");
    chooser
        .getExtensionFilters()
        .addAll(
            new ExtensionFilter(
                texts.get("files.texts"), "*.eml", "*.html", "*.htm", "*.md", "*.txt", "*.docx"),
            new ExtensionFilter(texts.get("files.all"), "*.*"));
    return path(chooser.showOpenDialog(stage));
  }

  @Override
  public Optional<Path> folder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(texts.get("files.folder"));
    return path(chooser.showDialog(stage));
  }

  @Override
  public Optional<Path> mailshot() {
    FileChooser chooser = chooser("files.mailshot");
    chooser
        .getExtensionFilters()
        .add(new ExtensionFilter(texts.get("files.mailshots"), "*.mailshot"));
    return path(chooser.showOpenDialog(stage));
  }

  @Override
  public Optional<Path> saveAs(String suggestedName) {
    FileChooser chooser = chooser("files.save");
    chooser.setInitialFileName(suggestedName);
    return path(chooser.showSaveDialog(stage));
  }

  private FileChooser chooser(String title) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get(title));
    if (first != null && Files.isDirectory(first)) {
      chooser.setInitialDirectory(first.toFile());
    }
    return chooser;
  }

  private static Optional<Path> path(@Nullable File file) {
    return Optional.ofNullable(file).map(File::toPath);
  }
}
