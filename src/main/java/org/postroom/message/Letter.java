package org.postroom.message;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import org.postroom.address.AddrSpec;
import org.postroom.address.Mailbox;
import org.postroom.recipients.Recipient;
import org.postroom.template.FixedText;
import org.postroom.template.MergedText;

/// One letter. Envelope and visible addressee come from the same component, so they cannot differ;
/// there is no component that could hold a visible list.
public sealed interface Letter {
  From from();

  @Nullable Mailbox replyTo();

  /// In order: first those for everyone, then this person's own.
  List<Attachment> attachments();

  List<InlineImage> images();

  List<HeaderField> extraHeaders();

  /// Whom it shows.
  VisibleTo visibleTo();

  /// What the server is told.
  Envelope envelope();

  /// A message for one person: RCPT = To = `recipient`.
  record Personal(
      From from,
      @Nullable Mailbox replyTo,
      Recipient recipient,
      Body<MergedText> body,
      List<InlineImage> images,
      List<Attachment> attachments,
      List<HeaderField> extraHeaders)
      implements Letter {
    public Personal {
      images = List.copyOf(images);
      attachments = List.copyOf(attachments);
      extraHeaders = List.copyOf(extraHeaders);
    }

    @Override
    public VisibleTo visibleTo() {
      return new VisibleTo.Addressee(recipient.mailbox());
    }

    @Override
    public Envelope envelope() {
      SequencedSet<AddrSpec> one = new LinkedHashSet<>();
      one.add(recipient.mailbox().address());
      return new Envelope(from.mailbox().address(), one, replyTo);
    }
  }

  /// A letter as somebody else would get it, sent to the sender to be looked at: RCPT = To = From.
  /// It has no component for another recipient.
  ///
  /// @param of the letter itself
  /// @param mark stands before its subject, so that nobody takes it for the letter itself
  record ToMyself(Letter of, String mark) implements Letter {
    public ToMyself {
      if (of instanceof ToMyself || mark.isBlank()) {
        throw new IllegalArgumentException("a test is of a letter, and marked");
      }
    }

    @Override
    public From from() {
      return of.from();
    }

    @Override
    public @Nullable Mailbox replyTo() {
      return of.replyTo();
    }

    @Override
    public List<Attachment> attachments() {
      return of.attachments();
    }

    @Override
    public List<InlineImage> images() {
      return of.images();
    }

    @Override
    public List<HeaderField> extraHeaders() {
      return of.extraHeaders();
    }

    @Override
    public VisibleTo visibleTo() {
      return new VisibleTo.Sender(from());
    }

    @Override
    public Envelope envelope() {
      SequencedSet<AddrSpec> one = new LinkedHashSet<>();
      one.add(from().mailbox().address());
      return new Envelope(from().mailbox().address(), one, replyTo());
    }
  }

  /// One message for many, none of whom is visible. It takes fixed text only.
  ///
  /// @param hidden the envelope's recipients, at most 100, without repeats
  record BlindCopy(
      From from,
      @Nullable Mailbox replyTo,
      SequencedSet<Mailbox> hidden,
      Body<FixedText> body,
      List<InlineImage> images,
      List<Attachment> attachments,
      List<HeaderField> extraHeaders)
      implements Letter {
    /// The most recipients of one envelope, whatever the provider allows.
    public static final int MOST = 100;

    public BlindCopy {
      if (hidden.isEmpty() || hidden.size() > MOST) {
        throw new IllegalArgumentException("a blind copy has 1 to " + MOST + " recipients");
      }
      hidden = java.util.Collections.unmodifiableSequencedSet(new LinkedHashSet<>(hidden));
      images = List.copyOf(images);
      attachments = List.copyOf(attachments);
      extraHeaders = List.copyOf(extraHeaders);
    }

    @Override
    public VisibleTo visibleTo() {
      return new VisibleTo.Sender(from);
    }

    @Override
    public Envelope envelope() {
      SequencedSet<AddrSpec> rcpt = new LinkedHashSet<>();
      hidden.forEach(mailbox -> rcpt.add(mailbox.address()));
      return new Envelope(from.mailbox().address(), rcpt, replyTo);
    }
  }
}
