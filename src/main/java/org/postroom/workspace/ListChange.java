package org.postroom.workspace;

import java.util.List;

/// What is different between a list as it was imported and as it is now.
///
/// Who came and whose row changed may be made anew from the list when somebody looks: after a new
/// column these are all of them.
///
/// @param came who is on it now and was not
/// @param went the rows in which those stood who are not on it any more; the fingerprints do not
///   say who they were
/// @param changed whose row says something else now; empty where the old import kept nothing to
///   compare with
public record ListChange(List<ListPerson> came, List<Integer> went, List<ListPerson> changed) {
  public ListChange {
    went = List.copyOf(went);
  }
}
