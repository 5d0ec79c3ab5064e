package org.postroom.safety.check;

import org.postroom.safety.Material;
import org.postroom.safety.People;
import org.postroom.safety.ReviewSubject;

/// How many people make a list, and a list that list (rules, "Decision").
final class ListShown {
  private ListShown() {}

  /// From how many people of known lists on a place blocks: three, or two for lists of five or
  /// fewer.
  static int several(Material material) {
    return People.several(material.subject().list().people().size());
  }

  /// True for so many people of this list that this place is the list, in whatever form.
  static boolean isTheList(Material material, People.Named named) {
    return People.isMost(named.onList().size(), material.subject().list().people().size());
  }

  /// True where the bytes are those of the list's file.
  static boolean isTheFile(ReviewSubject subject, String sha256) {
    return sha256.equals(subject.list().origin().sha256());
  }
}
