"""The GraphQL endpoint: GraphQL over HTTP by its specification (graphql.github.io/graphql-over-http).

Answers to GET can be cached exactly: they are a function of the query and of the ledger's last `seq`; where they show threads or
comments, of the number of the last public change of any conversation too. Cookies
count for nothing here, so no request is made in somebody's name, and none needs a CSRF token.
"""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.core.exceptions import TooManyFieldsSent
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt
from graphene_django.views import GraphQLView
from graphql import ExecutionResult, GraphQLError, OperationType, execute_sync

from cms.access import PUBLIC, Viewer
from cms.conf import newsroom as conf
from cms.conversation.live.hub import hub
from cms.conversation.selectors import last_number
from cms.errors import Busy, NewsroomError, RateLimited
from cms.ledger.selectors import last_change
from newsroom_api import caching, ratelimits
from newsroom_api.accepting import preferred_type
from newsroom_api.errors import problem_of
from newsroom_api.graphql.base import RequestContext
from newsroom_api.graphql.documents import Prepared, RequestRefused
from newsroom_api.graphql.executor import DocumentExecution
from newsroom_api.graphql.following import (
    COMPLETE,
    Operation,
    SubscriptionEvents,
    content_of,
    errors_of,
    next_event,
)
from newsroom_api.graphql.requests import Parameters, read_get, read_post, refused
from newsroom_api.graphql.schema import schema
from newsroom_api.limits import LimitExceeded, time_limit
from newsroom_api.live.bodies import stream_response
from newsroom_api.live.frames import MEDIA_TYPE
from newsroom_api.rest.writing import parse_key
from newsroom_api.viewer import admit, keep_apart

JSON = "application/json"
GRAPHQL_JSON = "application/graphql-response+json"
METHODS = ("GET", "HEAD", "POST")


@method_decorator(csrf_exempt, name="dispatch")
class NewsroomGraphQLView(GraphQLView):
    """Reads a request, runs it within the limits, and answers in the media type that the reader prefers."""

    def __init__(self, **options: Any) -> None:
        super().__init__(schema=schema, **options)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = self._respond(request)
        patch_vary_headers(response, ["Accept"])
        response["X-Content-Type-Options"] = "nosniff"
        ratelimits.show(request, response)
        keep_apart(request, response)
        return response

    def _respond(self, request: HttpRequest) -> HttpResponseBase:
        media_type = preferred_type(request, [JSON, GRAPHQL_JSON, MEDIA_TYPE])
        try:
            viewer = admit(request)
            if request.method not in METHODS:
                raise refused(f"The methods are {', '.join(METHODS)}.", 405, "METHOD_NOT_ALLOWED")
            if wants_explorer(request):
                return caching.mark_private(
                    render(request, "newsroom/api/explorer.html", {"address": request.path})
                )
            if media_type is None:
                raise refused(f"Answers are {GRAPHQL_JSON} or {JSON}.", 406, "NOT_ACCEPTABLE")
            if media_type == MEDIA_TYPE:
                return self._stream(request, viewer)
            if request.method == "POST":
                return self._post(read_post(request), media_type, context_of(request, viewer))
            return self._get(request, read_get(request), media_type, viewer)
        except RequestRefused as error:
            return _refusal(error, media_type)
        except TooManyFieldsSent:
            return _refusal(refused("The address has too many parameters."), media_type)
        except LimitExceeded as error:
            return _refusal(_wrapped(error, error.status), media_type)
        except NewsroomError as error:
            problem = problem_of(error)
            response = _refusal(_wrapped(error, problem.status), media_type)
            for name, value in problem.headers.items():
                response[name] = value
            return response

    def _post(self, asked: Parameters, media_type: str, context: RequestContext) -> HttpResponse:
        prepared = asked.prepared()
        prepared.check_cost(asked.variables)
        return caching.mark_private(_answer(self._execute(prepared, asked, context), media_type))

    def _get(self, request: HttpRequest, asked: Parameters, media_type: str, viewer: Viewer) -> HttpResponse:
        prepared = asked.prepared()
        if not prepared.is_query:
            raise refused("Only queries may be sent by GET.", 405, "METHOD_NOT_ALLOWED")
        prepared.check_cost(asked.variables)
        seq, modified = last_change(PUBLIC)
        variables = json.dumps(asked.variables, sort_keys=True)
        parts = ["graphql", media_type, prepared.hash, variables, asked.operation_name, seq]
        if prepared.converses:
            parts += [last_number(PUBLIC), viewer.scope.version]
            modified = None  # the conversation's counter knows no times
        etag = caching.make_etag(*parts)
        is_private = prepared.is_private(asked.variables)
        if not is_private and (unchanged := caching.not_modified(request, etag, modified)):
            return caching.mark_public(unchanged, etag, modified)
        context = RequestContext(viewer)
        result = self._execute(prepared, asked, context)
        response = _answer(result, media_type)
        if is_private or result.errors:
            return caching.mark_private(response)
        return caching.mark_public(response, etag, modified, ["graphql", *sorted(context.keys)])

    def _stream(self, request: HttpRequest, viewer: Viewer) -> HttpResponseBase:
        """The answer as events: one result, or of a subscription a result for each thing that happens.

        What is wrong with the request is told in an event, unless HTTP is to be told that it must wait.
        """
        try:
            asked = read_post(request) if request.method == "POST" else read_get(request)
            prepared = asked.prepared()
            prepared.check_cost(asked.variables)
            if request.method != "POST" and prepared.operation.operation is OperationType.MUTATION:
                raise refused("Mutations are sent by POST.", 405, "METHOD_NOT_ALLOWED")
            if prepared.operation.operation is OperationType.SUBSCRIPTION:
                return self._follow(request, Operation(prepared, asked))
            content = content_of(self._execute(prepared, asked, context_of(request, viewer)))
        except RequestRefused as error:
            if error.status in (405, 415):
                raise
            content = {"errors": errors_of(error.errors, error.code)}
        except (RateLimited, Busy):
            raise
        except NewsroomError as error:
            content = {"errors": errors_of(_wrapped(error, 400).errors)}
        return caching.mark_private(HttpResponse(next_event(content) + COMPLETE, MEDIA_TYPE))

    def _follow(self, request: HttpRequest, operation: Operation) -> HttpResponseBase:
        followed = operation.followed()
        if followed is None:
            return caching.mark_private(HttpResponse(COMPLETE, MEDIA_TYPE))
        here, address = hub(), ratelimits.client_address(request)
        stream = here.open(PUBLIC, followed.thread, address=address, since=followed.since)
        events = SubscriptionEvents(followed.kind, operation.result)
        return stream_response(request, here, stream, events)

    def _execute(self, prepared: Prepared, asked: Parameters, context: RequestContext) -> ExecutionResult:
        """The result. Raises `RequestRefused` when variables or operation name do not fit the query."""
        if prepared.operation.operation is OperationType.SUBSCRIPTION:
            raise refused(f"Subscriptions are answered as {MEDIA_TYPE}.", 406, "NOT_ACCEPTABLE")
        name = prepared.operation.name
        if asked.operation_name is not None and (name is None or name.value != asked.operation_name):
            message = f"The request holds no operation named {asked.operation_name!r}."
            raise refused(message, code="OPERATION_RESOLUTION_FAILED")
        with time_limit():
            result = execute_sync(
                schema.graphql_schema,
                prepared.document,
                context_value=context,
                variable_values=asked.variables,
                operation_name=asked.operation_name,
                execution_context_class=DocumentExecution,
            )
        if result.data is None and result.errors and not any(error.path for error in result.errors):
            raise RequestRefused("BAD_USER_INPUT", result.errors)
        return result


def context_of(request: HttpRequest, viewer: Viewer) -> RequestContext:
    """What the resolvers of a request that may write have to know of it. Raises `InvalidInput` for a key that is none."""
    key: str | None = request.headers.get("Idempotency-Key")
    return RequestContext(
        viewer,
        address=ratelimits.client_address(request),
        idempotency_key="" if key is None else parse_key(key),
    )


def wants_explorer(request: HttpRequest) -> bool:
    """Whether a browser asks for GraphiQL, the page on which queries may be tried, and it is switched on."""
    if request.method != "GET" or "query" in request.GET or not (settings.DEBUG or conf.GRAPHQL_EXPLORER):
        return False
    return request.get_preferred_type(["text/html", JSON, GRAPHQL_JSON]) == "text/html" and not request.GET


def _wrapped(error: NewsroomError, status: int) -> RequestRefused:
    return RequestRefused(error.code, [GraphQLError(error.message, original_error=error)], status)


def _refusal(refusal: RequestRefused, accepted: str | None) -> HttpResponse:
    """A request that was not executed: by the specification 400 in the one media type, 200 in the other.

    What is wrong with HTTP itself, or is no GraphQL request at all, has its own status in both.
    """
    media_type = accepted if accepted == GRAPHQL_JSON else JSON
    status = refusal.status
    if media_type == JSON and status == 400 and refusal.code != "BAD_REQUEST":
        status = 200
    response = _json({"errors": errors_of(refusal.errors, refusal.code)}, media_type, status)
    if status == 405:
        response["Allow"] = ", ".join(METHODS)
    return caching.mark_private(response)


def _answer(result: ExecutionResult, media_type: str) -> HttpResponse:
    return _json(content_of(result), media_type, 200)


def _json(content: dict[str, Any], media_type: str, status: int) -> HttpResponse:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return HttpResponse(text.encode("utf-8", "backslashreplace"), f"{media_type}; charset=utf-8", status)
