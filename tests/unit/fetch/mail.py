"""Letters for the tests of mailboxes, as their senders would write them."""

from email.message import EmailMessage

BODY = (
    "The ferry pier of Quay carried passengers again on Tuesday, nine days after a crane had "
    "fallen on it, the harbour office said.\n\nRepairs cost 40,000 crowns."
)
MARKUP = (
    '<html lang="en"><head><title>Issue 41</title><style>.pre{display:none}</style></head><body>'
    '<div class="pre">Peek at this only in the inbox</div>'
    '<table><tr><td><a href="https://quay.example/letters/41">View this email in your browser</a>'
    "</td></tr><tr><td><h1>Pier reopens</h1><p>The ferry pier of Quay carried passengers again on "
    "Tuesday, nine days after a crane had fallen on it.</p><p>Repairs cost 40,000 crowns, the "
    'harbour office said.</p><img src="https://count.example/open.gif?you" width="1"></td></tr>'
    '<tr><td>You get this because you asked. <a href="https://quay.example/leave">Unsubscribe</a>'
    "</td></tr></table></body></html>"
)


def letter(  # noqa: PLR0913 (a builder has a default for everything)
    subject: str = "Pier reopens",
    *,
    sender: str = "Quay & Lantern <letters@quay.example>",
    date: str = "Tue, 24 Nov 2026 07:30:00 +0100",
    name: str = "issue-41@quay.example",
    text: str = BODY,
    markup: str = "",
) -> EmailMessage:
    """Return a newsletter, plain or with markup beside."""
    message = EmailMessage()
    headers = {"Subject": subject, "From": sender, "Date": date, "Message-ID": f"<{name}>"}
    for header, value in headers.items():
        if value not in {"", "<>"}:
            message[header] = value
    message.set_content(text)
    if markup:
        message.add_alternative(markup, subtype="html")
    return message


def raw(subject: str = "Pier reopens", *, name: str = "issue-41@quay.example") -> bytes:
    """Return the bytes of a plain newsletter."""
    return letter(subject, name=name).as_bytes()
