package org.postroom.message;

import org.postroom.address.Mailbox;

/// The sender: the From header and, by its address, MAIL FROM.
public record From(Mailbox mailbox) {}
