"""Assets and press kits in GraphQL: each kind with its own fields, and the releases that show a file."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.ledger.models import Item
from cms.library.models import MediaAssetPage, PressKitPage, PressKitRow
from cms.newsroom.preview import PagePreview
from cms.releases.models import ReleaseAsset


@pytest.fixture
def make_kit(newsroom: Any) -> Any:
    """Publishes a press kit the way the admin does."""

    def make(title: str = "Kit", *, images: Any = (), files: Any = (), **fields: Any) -> PressKitPage:
        page = PressKitPage(title=title, live=False, **fields)
        page.rows = [
            *(PressKitRow(image=image) for image in images),
            *(PressKitRow(file=file) for file in files),
        ]
        newsroom.add_child(instance=page)
        page.save_revision().publish()
        page.refresh_from_db()
        return page

    return make


def statements(run: Any, query: str, variables: dict[str, Any] | None = None) -> tuple[int, Any]:
    with CaptureQueriesContext(connection) as captured:
        data = run(query, variables)
    texts = [entry["sql"] for entry in captured.captured_queries]
    assert not [text for text in texts if "wagtailcore_page" in text or "newsroom_media" in text]
    return len(texts), data


def test_each_kind_has_its_own_fields(run, make_asset_page, make_document):
    make_asset_page("Mast")
    make_asset_page("Report", file=make_document("Report"))
    query = """{ assets(orderBy: OLDEST) { totalCount nodes {
        __typename type title fileId sha256
        renditions { name contentType width height sizeInBytes sha256 duration bitrate poi { x } }
        ... on Image { alt width height animated srcset sources { contentType } }
        ... on Document { pageCount poster { href } }
    } } }"""
    content = run(query)["assets"]
    stored = [item.document for item in Item.objects.filter(type="ASSET").order_by("published_at")]
    assert content["totalCount"] == 2
    image, document = content["nodes"]
    assert (image["__typename"], image["type"], image["title"]) == ("Image", "ASSET", "Mast")
    assert (image["alt"], image["width"], image["height"], image["animated"]) == (
        "A teal mast",
        64,
        48,
        False,
    )
    assert (image["fileId"], image["sha256"]) == (stored[0]["file_id"], stored[0]["sha256"])
    assert image["srcset"] == stored[0]["srcset"]
    original = image["renditions"][-1]
    assert {name: original[name] for name in ("name", "contentType", "width", "height", "duration")} == {
        "name": "original",
        "contentType": "image/jpeg",
        "width": 64,
        "height": 48,
        "duration": None,
    }
    assert original["sizeInBytes"] > 100
    assert original["sha256"] == image["sha256"]
    assert (document["__typename"], document["pageCount"], document["poster"]) == ("Document", None, None)
    assert [one["name"] for one in document["renditions"]] == ["original"]


def test_an_asset_is_found_by_its_id_its_address_and_as_a_node(run, refusal, make_asset_page, make_release):
    page = make_asset_page("Mast")
    uid = str(Item.objects.get(type="ASSET").uid)
    by_id = run("query($id: ID!) { asset(id: $id) { ...f } } fragment f on Asset { id title }", {"id": uid})
    assert by_id == {"asset": {"id": uid, "title": "Mast"}}
    query = 'query($slug: String) { asset(newsroom: "norrvind", slug: $slug) { id ... on Image { alt } } }'
    assert run(query, {"slug": page.slug}) == {"asset": {"id": uid, "alt": "A teal mast"}}
    query = "query($id: ID!) { node(id: $id) { __typename ... on Asset { releases { title } } } }"
    assert run(query, {"id": uid}) == {"node": {"__typename": "Image", "releases": []}}
    query = "query($p: String!) { item(path: $p) { item { __typename ... on Item { locale } ... on Image { alt } } } }"
    assert run(query, {"p": f"/norrvind/{page.slug}"})["item"]["item"] == {
        "__typename": "Image",
        "locale": "en",
        "alt": "A teal mast",
    }
    release = make_release("Other")
    query = 'query($slug: String) { asset(newsroom: "norrvind", slug: $slug) { id } }'
    status, extensions = refusal(query, {"slug": release.slug})
    assert (status, extensions["code"]) == (200, "NOT_FOUND")
    page.unpublish()
    status, extensions = refusal("query($id: ID) { asset(id: $id) { id } }", {"id": uid})
    assert (status, extensions["code"]) == (200, "GONE")


def test_filters_select_assets(run, make_asset_page, make_document, topic):
    page = make_asset_page("Mast", publish=False)
    page.topics = [topic]
    page.tags.add("Wind")
    page.save_revision().publish()
    make_asset_page("Report", file=make_document("Report"))
    file = Item.objects.get(title="Mast").document["file_id"]
    query = "query($f: AssetFilter, $s: String) { assets(filter: $f, search: $s) { nodes { title } } }"
    for filter_ in (
        {"fileTypes": ["IMAGE"]},
        {"topic": str(topic.uid)},
        {"tag": "wind"},
        {"file": file},
        {"slug": page.slug},
        {"newsroom": "norrvind", "fileTypes": ["IMAGE", "VIDEO"]},
    ):
        assert run(query, {"f": filter_})["assets"]["nodes"] == [{"title": "Mast"}], filter_
    assert [node["title"] for node in run(query, {"f": {"fileTypes": []}})["assets"]["nodes"]] == [
        "Report",
        "Mast",
    ]
    assert run(query, {"f": {"locale": "sv"}})["assets"]["nodes"] == []
    assert run(query, {"s": "report"})["assets"]["nodes"] == [{"title": "Report"}]


def test_assets_and_releases_tell_what_they_are_in_one_query(
    run, make_asset_page, make_release, make_document
):
    make_asset_page("Report", file=make_document("Report"))
    make_release("Opening")
    query = """query($id: ID!) { node(id: $id) {
        ... on Asset { fileType } ... on Release { kind }
    } }"""
    answers = {item.title: run(query, {"id": str(item.uid)})["node"] for item in Item.objects.all()}
    assert answers["Report"] == {"fileType": "DOCUMENT"}
    assert answers["Opening"] == {"kind": "PRESS_RELEASE"}


def test_the_releases_that_show_a_file_are_found_both_ways(run, make_release, make_asset_page, make_image):
    mast, hill = make_image("Mast"), make_image("Hill", "green")
    make_asset_page("Mast", image=mast)
    make_asset_page("Hill", image=hill)
    make_release("Shows neither")
    make_release("In the head", hero=mast)
    make_release("To download", assets=[ReleaseAsset(image=mast)])
    make_release("A draft", publish=False, hero=mast)
    make_release("Withdrawn", hero=mast).unpublish()
    query = (
        "{ assets(orderBy: OLDEST) { nodes { title fileId releases { title ... on Release { kind } } } } }"
    )
    one, other = run(query)["assets"]["nodes"]
    assert [each["title"] for each in one["releases"]] == ["To download", "In the head"]
    assert {each["kind"] for each in one["releases"]} == {"PRESS_RELEASE"}
    assert other["releases"] == []
    query = "query($f: ID!) { releases(filter: {file: $f}) { nodes { title } } }"
    found = run(query, {"f": one["fileId"]})["releases"]["nodes"]
    assert [each["title"] for each in found] == ["To download", "In the head"]
    query = "{ assets(orderBy: OLDEST) { nodes { releases(first: 1) { title } more: releases(first: 2) { slug } } } }"
    assert [(len(node["releases"]), len(node["more"])) for node in run(query)["assets"]["nodes"]] == [
        (1, 2),
        (0, 0),
    ]


def test_how_many_releases_are_asked_for_has_limits(refusal, make_asset_page):
    make_asset_page("Mast")
    query = "query($n: Int) { assets(first: 1) { nodes { releases(first: $n) { id } } } }"
    for number in (0, 101, -1):
        assert refusal(query, {"n": number}) == (200, {"code": "INVALID_INPUT", "field": "first"})


def test_the_releases_of_an_asset_cost_as_a_page_does(refusal, run, make_asset_page):
    make_asset_page("Mast")
    run("{ assets(first: 20) { nodes { releases(first: 10) { title newsroom { name } } } } }")
    query = (
        "query($n: Int) { assets(first: 20) { nodes { releases(first: $n) { title newsroom { name } } } } }"
    )
    assert refusal(query, {"n": 30}) == (
        400,
        {"code": "LIMIT_EXCEEDED", "limit": 1000, "actual": 20 * (1 + 30 * 2)},
    )


LISTS = {
    "{ assets { nodes { title alt: caption ... on Image { srcset } renditions { href } newsroom { name } } } }": 1,
    "{ assets { nodes { title description } } }": 1,
    "{ assets { nodes { title releases(first: 5) { title } } } }": 2,
    "{ assets(first: 5) { nodes { releases(first: 5) { title body { __typename } newsroom { about } } } } }": 3,
    "{ assets { nodes { translations { __typename title } } } }": 1,
    "{ pressKits { nodes { title cover { alt } fileCount release { title } } } }": 1,
    "{ pressKits { nodes { title files { __typename } release { summary } } } }": 1,
}


@pytest.mark.parametrize(("query", "expected"), LISTS.items())
def test_statements_do_not_grow_with_the_list(
    run, make_release, make_asset_page, make_image, make_kit, query, expected
):
    def more(number: int) -> None:
        image = make_image(f"Mast {number}")
        make_asset_page(f"Mast {number}", image=image)
        make_release(f"One {number}", hero=image)
        make_release(f"Two {number}", hero=image)
        make_kit(f"Kit {number}", images=[image])

    more(0)
    few, _ = statements(run, query)
    for number in range(1, 5):
        more(number)
    many, data = statements(run, query)
    (found,) = data.values()
    assert len(found["nodes"]) == 5
    assert (few, many) == (expected, expected)


def test_a_press_kit_holds_files_of_every_type(run, make_kit, make_image, make_document, make_release):
    release = make_release("Opening")
    page = make_kit(
        "Opening kit",
        images=[make_image("Mast")],
        files=[make_document("Report")],
        release=release,
        description="<p>Pictures.</p>",
    )
    query = """query($slug: String) { pressKit(newsroom: "norrvind", slug: $slug) {
        title description fileCount cover { alt } release { title summary }
        files { __typename ... on ImageFile { alt type } ... on DocumentFile { title type } }
    } }"""
    assert run(query, {"slug": page.slug})["pressKit"] == {
        "title": "Opening kit",
        "description": "<p>Pictures.</p>",
        "fileCount": 2,
        "cover": {"alt": "A teal mast"},
        "release": {"title": "Opening", "summary": ""},
        "files": [
            {"__typename": "ImageFile", "alt": "A teal mast", "type": "IMAGE"},
            {"__typename": "DocumentFile", "title": "Report", "type": "DOCUMENT"},
        ],
    }
    uid = str(Item.objects.get(type="RELEASE").uid)
    make_kit("Empty kit")
    query = "query($f: PressKitFilter) { pressKits(filter: $f) { nodes { title } } }"
    for filter_ in ({"release": uid}, {"assetType": "IMAGE"}, {"assetType": "DOCUMENT"}):
        assert run(query, {"f": filter_})["pressKits"]["nodes"] == [{"title": "Opening kit"}], filter_
    assert run(query, {"f": {"assetType": "VIDEO"}})["pressKits"]["nodes"] == []


def preview_token(page: Any) -> str:
    preview: PagePreview = page.create_page_preview()
    return preview.token


def test_drafts_are_previewed_with_files_that_only_their_readers_get(
    client, post, make_asset_page, make_image, newsroom
):
    page = make_asset_page("Mast", publish=False)
    query = (
        "query($t: String!) { asset(previewToken: $t) { title renditions { href } ... on Image { alt } } }"
    )
    answer = post(query, {"t": preview_token(page)})
    asset = answer.json()["data"]["asset"]
    assert answer["Cache-Control"] == "no-store"
    assert (asset["title"], asset["alt"]) == ("Mast", "A teal mast")
    addresses = [one["href"] for one in asset["renditions"]]
    assert len(addresses) > 1
    for address in addresses:
        assert address.startswith("http://testserver/vault/")
        assert client.get(address).status_code == 200
    kit = PressKitPage(title="Kit", live=False)
    kit.rows = [PressKitRow(image=make_image("Hill"))]
    newsroom.add_child(instance=kit)
    query = "query($t: String!) { pressKit(previewToken: $t) { title files { ... on ImageFile { title } } } }"
    content = post(query, {"t": preview_token(kit)}).json()["data"]["pressKit"]
    assert content == {"title": "Kit", "files": [{"title": "Hill"}]}
    assert Item.objects.filter(type__in=["ASSET", "PRESS_KIT"]).count() == 0
    assert MediaAssetPage.objects.get().live is False


def test_what_an_answer_shows_purges_it(client, make_asset_page, make_release, make_image):
    image = make_image("Mast")
    make_asset_page("Mast", image=image)
    make_release("Shows it", hero=image)
    asset, release = Item.objects.get(type="ASSET"), Item.objects.get(type="RELEASE")
    answer = client.get("/graphql/", {"query": "{ assets { nodes { title releases { title } } } }"})
    assert set(answer["Surrogate-Key"].split()) >= {
        "list-asset",
        "list-release",
        f"item-{asset.uid}",
        f"item-{release.uid}",
    }
    again = client.get(
        "/graphql/",
        {"query": "{ assets { nodes { title releases { title } } } }"},
        headers={"If-None-Match": answer["ETag"]},
    )
    assert again.status_code == 304
