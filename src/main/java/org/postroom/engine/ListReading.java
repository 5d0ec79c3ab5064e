package org.postroom.engine;

import java.util.List;
import org.postroom.finding.Finding;
import org.postroom.recipients.RecipientList;

/// A list as the import reads it, and what the import has to say.
public record ListReading(RecipientList list, List<Finding> findings) {}
