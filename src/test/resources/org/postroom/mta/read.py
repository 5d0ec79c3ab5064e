# Reads every message of a folder as Python's own library does; prints one JSON object, by file name.
import email
import hashlib
import json
import pathlib
import sys
from email import header, policy, utils

read = {}
for file in sorted(pathlib.Path(sys.argv[1]).glob("*.eml")):
    message = email.message_from_bytes(file.read_bytes(), policy=policy.default)
    if message.defects:
        sys.exit(f"{file}: {message.defects}")
    # By the older functions: the newer ones put a blank between two encoded words of a name (RFC 2047 section 6.2 has none).
    plain = email.message_from_bytes(file.read_bytes(), policy=policy.compat32)
    mailboxes = {}
    for name in ("from", "to"):
        words, address = utils.parseaddr(plain[name])
        mailboxes[name] = [str(header.make_header(header.decode_header(words))), address]
    parts = []
    for part in message.walk():
        if part.is_multipart():
            continue
        octets = part.get_payload(decode=True)
        if part.defects:
            sys.exit(f"{file}: {part.defects}")
        parts.append([part.get_content_type(), part.get_filename() or "", hashlib.sha256(octets).hexdigest()])
    read[file.name] = {"subject": message["subject"], "parts": parts, **mailboxes}
json.dump(read, sys.stdout)
