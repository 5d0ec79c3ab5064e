package org.postroom.recipients;

/// Texts as bytes, each known by its number, for cells that share them; see [PackedRows].
/// Immutable; safe for several threads.
public final class PackedTexts {
  /// No texts at all.
  public static final PackedTexts NONE = new PackedTexts();

  private final Packing.Blocks blocks;

  private PackedTexts() {
    this.blocks = new Packing(this).build();
  }

  private PackedTexts(Packing packing) {
    this.blocks = packing.build();
  }

  public int size() {
    return blocks.size();
  }

  /// How many bytes they take.
  public long bytes() {
    return blocks.bytes();
  }

  /// @param number in the order in which they were added, from 0
  /// @throws IndexOutOfBoundsException where there is none of that number
  public String get(int number) {
    return blocks.text(number);
  }

  boolean holds(int number, SoughtWord word) {
    return blocks.holds(number, word);
  }

  boolean fold(int number, FoldedCell into) {
    return blocks.fold(number, into);
  }

  /// Collects texts one after the other.
  public static final class Builder {
    private final Packing packing = new Packing(NONE);

    public void add(String text) {
      packing.begin();
      packing.cell(text);
      packing.end();
    }

    public int size() {
      return packing.rows();
    }

    /// How many bytes the texts take so far.
    public long bytes() {
      return packing.bytes();
    }

    /// The builder is not used any more after this.
    public PackedTexts build() {
      return new PackedTexts(packing);
    }
  }
}
