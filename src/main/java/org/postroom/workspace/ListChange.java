package org.postroom.workspace;

import java.util.List;

/// What is different between a list as it was imported and as it is now.
///
/// @param came who is on it now and was not
/// @param went the rows in which those stood who are not on it any more; the fingerprints do not
///   say who they were
/// @param changed whose row says something else now; empty where the old import kept nothing to
///   compare with
public record ListChange(List<ListPerson> came, List<Integer> went, List<ListPerson> changed) {
  public ListChange {
    came = List.copyOf(came);
    went = List.copyOf(went);
    changed = List.copyOf(changed);
  }
}
