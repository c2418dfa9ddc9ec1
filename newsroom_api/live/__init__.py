"""Streams over HTTP: Server-Sent Events (html.spec.whatwg.org/multipage/server-sent-events.html).

Both kinds of server are served: with WSGI each stream occupies a thread, with ASGI none. What happens in threads, and who
is told of it, is decided in `cms/conversation/live/`.
"""
