"""Assets and press kits over REST: lists, whole items, their history, previews; the same as GraphQL says."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.ledger.models import Item
from cms.library.models import PressKitPage, PressKitRow
from newsroom_api.examples import IMAGE, VIDEO

API = "/api/v1"


def uid_of(page: Any) -> str:
    return str(Item.objects.get(source_type="page", source_id=page.pk).uid)


def titles(client: Any, address: str) -> list[str]:
    answer = client.get(f"{API}/{address}")
    assert answer.status_code == 200, answer.content
    return [row["title"] for row in answer.json()["results"]]


@pytest.fixture
def kit(newsroom: Any, make_image: Any, make_document: Any) -> PressKitPage:
    """A public press kit of an image and a document."""
    page = PressKitPage(title="Opening kit", live=False)
    page.rows = [PressKitRow(image=make_image("Hill", "green")), PressKitRow(file=make_document("Figures"))]
    newsroom.add_child(instance=page)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def documented(content: dict[str, Any]) -> dict[str, Any]:
    """An item without what is shown beside its document: `test_conversation_items.py`."""
    return {name: value for name, value in content.items() if name not in ("thread", "official_statement")}


def test_lists_hold_cards_and_details_the_stored_documents(client, make_asset_page, make_document, kit):
    pages = [make_asset_page("Mast"), make_asset_page("Report", file=make_document("Report"))]
    rows = client.get(f"{API}/assets").json()["results"]
    stored = {str(item.uid): item for item in Item.objects.filter(type="ASSET")}
    assert [(row["title"], row["file_type"]) for row in rows] == [("Report", "DOCUMENT"), ("Mast", "IMAGE")]
    assert {row["id"]: documented(row) for row in rows} == {uid: item.card for uid, item in stored.items()}
    assert ("description" in rows[0], "alt" in rows[0], "alt" in rows[1]) == (False, False, True)
    for page in pages:
        whole = client.get(f"{API}/assets/{uid_of(page)}").json()
        assert documented(whole) == stored[uid_of(page)].document
    item = Item.objects.get(type="PRESS_KIT")
    assert [documented(row) for row in client.get(f"{API}/press-kits").json()["results"]] == [item.card]
    assert documented(client.get(f"{API}/press-kits/{item.uid}").json()) == item.document
    assert [file["type"] for file in item.document["files"]] == ["IMAGE", "DOCUMENT"]
    assert client.get(f"{API}/assets/{item.uid}").json()["code"] == "NOT_FOUND"
    assert client.get(f"{API}/releases/{item.uid}").json()["code"] == "NOT_FOUND"


def test_lists_hold_no_texts_that_only_readers_of_the_whole_want():
    for document in (IMAGE, VIDEO):
        missing = set(type(document).model_fields) - set(document.card())
        texts = {"description", "comment_choice"}
        assert missing == (texts if document is IMAGE else texts | {"transcript"})


def test_fields_that_a_kind_lacks_are_left_out(client, make_asset_page, make_document):
    page = make_asset_page("Mast")
    make_asset_page("Report", file=make_document("Report"))
    rows = client.get(f"{API}/assets?fields=title,alt,page_count&order_by=OLDEST").json()["results"]
    assert rows == [{"title": "Mast", "alt": "A teal mast"}, {"title": "Report", "page_count": None}]
    rows = client.get(f"{API}/assets?fields=title,description").json()["results"]
    assert rows == [{"title": "Report", "description": ""}, {"title": "Mast", "description": ""}]
    assert client.get(f"{API}/assets/{uid_of(page)}?fields=file_type,alt").json() == {
        "file_type": "IMAGE",
        "alt": "A teal mast",
    }
    answer = client.get(f"{API}/assets?fields=colour")
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, "fields")


def test_filters_select(client, make_asset_page, make_document, make_release, make_image, kit, topic):
    image = make_image("Mast")
    page = make_asset_page("Mast", publish=False, image=image)
    page.topics = [topic]
    page.tags.add("Wind")
    page.save_revision().publish()
    make_asset_page("Report", file=make_document("Report"))
    file = Item.objects.get(title="Mast").document["file_id"]
    for query in (
        f"file={file}",
        "file_type=IMAGE",
        f"topic={topic.uid}",
        "tag=wind",
        "slug=mast",
        "search=mast",
    ):
        assert titles(client, f"assets?{query}") == ["Mast"], query
    assert titles(client, "assets?file_type=IMAGE,DOCUMENT&newsroom=norrvind") == ["Report", "Mast"]
    assert titles(client, "assets?file_type=VIDEO") == []
    make_release("Shows it", hero=image)
    make_release("Shows another", hero=make_image("Other", "red"))
    assert titles(client, f"releases?file={file}") == ["Shows it"]
    shown = kit.rows.first().image
    shown_by = Item.objects.get(type="PRESS_KIT").document["files"][0]["id"]
    assert str(shown.uid) == shown_by
    for query in (f"file={shown_by}", "asset=DOCUMENT", "slug=opening-kit", "search=figures"):
        assert titles(client, f"press-kits?{query}") == ["Opening kit"], query
    assert titles(client, "press-kits?asset=VIDEO") == []
    kit.release = make_release("Opening")
    kit.save_revision().publish()
    release = Item.objects.get(title="Opening").uid
    assert titles(client, f"press-kits?release={release}") == ["Opening kit"]
    assert client.get(f"{API}/assets?file_type=RELEASE").json()["errors"][0]["field"] == "file_type"
    assert client.get(f"{API}/assets?kind=IMAGE").json()["errors"][0]["field"] == "kind"


@pytest.mark.parametrize("path", ["assets", "press-kits"])
def test_withdrawals_and_histories(client, make_asset_page, kit, path):
    page = kit if path == "press-kits" else make_asset_page("Mast")
    uid = uid_of(page)
    page.withdrawal_reason = "Wrong picture."
    page.unpublish()
    answer = client.get(f"{API}/{path}/{uid}")
    assert (answer.status_code, answer.json()["reason"]) == (410, "Wrong picture.")
    history = client.get(f"{API}/{path}/{uid}/editions").json()["results"]
    assert [(each["action"], each["note"]) for each in history] == [
        ("ISSUED", ""),
        ("WITHDRAWN", "Wrong picture."),
    ]
    other = "assets" if path == "press-kits" else "press-kits"
    assert client.get(f"{API}/{other}/{uid}/editions").status_code == 404
    assert titles(client, path) == []


def test_items_are_found_by_their_paths(client, make_asset_page, kit):
    make_asset_page("Mast")
    assert client.get(f"{API}/items?path=/norrvind/mast").json()["item"]["file_type"] == "IMAGE"
    assert client.get(f"{API}/items?path=/norrvind/opening-kit").json()["item"]["type"] == "PRESS_KIT"


def test_previews_show_drafts_with_private_files(client, make_asset_page):
    page = make_asset_page("Mast", publish=False)
    answer = client.get(f"{API}/preview", {"token": page.create_page_preview().token})
    content = answer.json()
    assert (content["type"], content["title"], answer["Cache-Control"]) == ("ASSET", "Mast", "no-store")
    addresses = {one["href"] for one in content["renditions"]}
    assert all(address.startswith("http://testserver/vault/") for address in addresses)
    assert client.get(f"{API}/assets").json()["results"] == []


def test_the_index_tells_of_assets_and_press_kits(client, db):
    index = client.get(API).json()
    assert (index["assets"], index["press_kits"]) == (
        "http://testserver/api/v1/assets",
        "http://testserver/api/v1/press-kits",
    )
    assert client.get(index["press_kits"]).status_code == 200


@pytest.mark.parametrize("count", [1, 4])
def test_statements_do_not_grow_with_the_list(client, newsroom, make_asset_page, make_image, count):
    for number in range(count):
        make_asset_page(f"Mast {number}")
        page = PressKitPage(title=f"Kit {number}", live=False)
        page.rows = [PressKitRow(image=make_image(f"Hill {number}"))]
        newsroom.add_child(instance=page)
        page.save_revision().publish()
    for path in ("assets", "assets?fields=title,description", "press-kits", "press-kits?asset=IMAGE"):
        with CaptureQueriesContext(connection) as queries:
            assert len(titles(client, path)) == count
        assert len(queries) == (2 if "fields" in path else 3)
        assert not [q for q in queries if "wagtailcore_" in q["sql"] or "newsroom_media" in q["sql"]]


def test_answers_are_cached_and_purged_by_what_they_show(client, make_asset_page):
    page = make_asset_page("Mast")
    answer = client.get(f"{API}/assets")
    thread = answer.json()["results"][0]["thread"]["id"]
    assert answer["Surrogate-Key"] == f"list-asset item-{uid_of(page)} thread-{thread}"
    assert client.get(f"{API}/assets", headers={"If-None-Match": answer["ETag"]}).status_code == 304
    answer = client.get(f"{API}/assets/{uid_of(page)}")
    again = client.get(f"{API}/assets/{uid_of(page)}", headers={"If-None-Match": answer["ETag"]})
    assert (again.status_code, answer["Surrogate-Key"]) == (304, f"item-{uid_of(page)} thread-{thread}")
