package org.postroom.finding;

import org.jspecify.annotations.Nullable;

/// A person's "yes, I mean it" to one finding, with the reason that is kept.
///
/// Written by the window it carries the evidence; written by hand the id is enough for a finding
/// about one place, and for one about many rows the count must be given and must match.
public record Acknowledgement(
    String finding,
    @Nullable String address,
    @Nullable String part,
    @Nullable Integer count,
    @Nullable String evidence,
    String reason) {
  public Acknowledgement {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("an acknowledgement has a reason");
    }
  }

  /// True where it speaks of findings with this id. A contact whom the template names to everybody
  /// is judged once, as `content.lists-people`; who writes `content.other-persons-data` with that
  /// contact's address means the same.
  public boolean names(String id) {
    return finding.equals(id)
        || (address != null
            && finding.equals("content.other-persons-data")
            && id.equals("content.lists-people"));
  }

  /// True where this acknowledges exactly `finding`. A blocking finding is never acknowledged.
  public boolean covers(Finding found) {
    if (found.severity() == Severity.BLOCK || !names(found.id())) {
      return false;
    }
    if (evidence != null) {
      return evidence.equals(found.evidence());
    }
    if (address != null && !address.equalsIgnoreCase(found.where().address())) {
      return false;
    }
    if (part != null && !part.equals(found.where().part())) {
      return false;
    }
    return count == null ? found.count() == 1 : count == found.count();
  }
}
