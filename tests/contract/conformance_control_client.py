"""A control command of the conformance kit: hands what it is asked on standard input to the server of actions of a test."""

import sys
import urllib.error
import urllib.request

request = urllib.request.Request(
    sys.argv[1], sys.stdin.buffer.read(), {"Content-Type": "application/json"}, method="POST"
)
try:
    sys.stdout.buffer.write(urllib.request.urlopen(request, timeout=20).read())
except urllib.error.HTTPError as error:
    sys.exit(error.read().decode())
