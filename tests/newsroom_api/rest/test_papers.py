"""Releases as plain text and PDF."""

from __future__ import annotations

import io
import time

import pypdfium2
import pytest
from django.core.cache import cache

from cms.ledger.models import Item
from cms.syndication.papers.pdf import pdf_of

API = "/api/v1/releases"

BODY = [
    ("heading", {"text": "What we do", "level": "2"}),
    (
        "paragraph",
        '<p>The <b>first</b> farm, <a href="https://norrvind.example/map">on the map</a>.</p><ul><li>One</li><li>Two</li></ul>',
    ),
    (
        "quote",
        {"text": "Vi är stolta.", "speaker": None, "speaker_name": "Åsa Lind", "speaker_title": "Press"},
    ),
    ("facts", {"title": "In figures", "facts": ["12 turbines", "40 MW"]}),
    (
        "table",
        {
            "caption": "Years",
            "table": {"data": [["Year", "MW"], ["2026", "40"]], "first_row_is_table_header": True},
        },
    ),
]


@pytest.fixture(autouse=True)
def _nothing_kept():
    cache.clear()


def uid_of(page):
    return Item.objects.get(source_type="page", source_id=page.pk).uid


def words_of(content):
    with pypdfium2.PdfDocument(content) as document:
        return " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in document)


def test_a_release_is_plain_text(client, make_release):
    uid = uid_of(make_release("New turbines", summary="Forty megawatts.", body=BODY))
    item = Item.objects.get(pk=uid)
    Item.objects.filter(pk=uid).update(document=item.document | {"published_at": "2026-05-04T07:30:00Z"})
    answer = client.get(f"{API}/{uid}/release.txt")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer["Content-Disposition"] == 'inline; filename="norrvind-new-turbines.txt"'
    assert answer.content.decode() == (
        "Norrvind\nNew turbines\n============\n\n"
        "Press release · May 4, 2026, 7:30 a.m.\n\n"
        "Forty megawatts.\n\n"
        "What we do\n----------\n\n"
        "The first farm, on the map <https://norrvind.example/map>.\n\n"
        "- One\n- Two\n\n"
        "> Vi är stolta.\n\n"
        "Åsa Lind, Press\n\n"
        "In figures\n----------\n\n"
        "- 12 turbines\n- 40 MW\n\n"
        "Years\n\nYear | MW\n2026 | 40\n\n"
        "© Norrvind\n\n"
        "-- \nVersion 1, http://testserver/norrvind/new-turbines\n"
    )


def test_a_release_is_a_pdf_with_title_language_links_and_bookmarks(client, make_release, make_image):
    page = make_release("Новые турбины กังหัน", summary="Forty megawatts.", body=BODY, hero=make_image())
    answer = client.get(f"{API}/{uid_of(page)}/release.pdf")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/pdf"
    with pypdfium2.PdfDocument(answer.content) as document:
        assert document.get_metadata_dict(skip_empty=True) | {"CreationDate": "", "Producer": ""} == {
            "Title": "Новые турбины กังหัน",
            "Author": "Norrvind",
            "Subject": "Forty megawatts.",
            "Creator": "Social newsroom",
            "CreationDate": "",
            "Producer": "",
        }
        assert [entry.get_title() for entry in document.get_toc()] == [
            "Новые турбины กังหัน",
            "What we do",
            "In figures",
        ]
        assert len(document) == 1
    assert b"/Lang (en)" in answer.content
    assert b"/URI (https://norrvind.example/map)" in answer.content
    assert b"/Subtype /Image" in answer.content
    words = words_of(answer.content)
    for part in (
        "Новые турбины",
        "กังหัน",
        "The first farm, on the map.",
        "Vi är stolta.",
        "12 turbines",
        "2026",
    ):
        assert part in words


def test_a_quote_and_who_said_it_are_on_one_page(client, make_release):
    for lines in range(31, 41):  # somewhere among these the quote meets the end of the page
        body = [("paragraph", f"<p>{'Line<br>' * lines}</p>"), BODY[2]]
        document = Item.objects.get(pk=uid_of(make_release(f"Quote {lines}", body=body))).document
        with pypdfium2.PdfDocument(pdf_of(document)[0]) as paper:
            pages = [page.get_textpage().get_text_bounded() for page in paper]
        assert [("Vi är stolta." in page) == ("Åsa Lind" in page) for page in pages] == [True] * len(pages)


def test_corrections_are_in_both(client, make_release):
    page = make_release("New turbines")
    page.title = "New wind turbines"
    page.correction_note = "The title lacked a word."
    page.save_revision().publish()
    uid = uid_of(page)
    assert "The title lacked a word." in client.get(f"{API}/{uid}/release.txt").content.decode()
    assert "The title lacked a word." in words_of(client.get(f"{API}/{uid}/release.pdf").content)


@pytest.mark.parametrize("ending", ["txt", "pdf"])
def test_what_is_not_public_has_none(client, make_release, ending):
    draft = make_release("Draft", publish=False)
    gone = make_release("Gone")
    uid = uid_of(gone)
    gone.unpublish()
    assert client.get(f"{API}/{draft.translation_key}/release.{ending}").json()["code"] == "NOT_FOUND"
    answer = client.get(f"{API}/{uid}/release.{ending}")
    assert answer.status_code == 410
    assert answer.json()["code"] == "GONE"
    assert client.get(f"{API}/nonsense/release.{ending}").status_code == 404


@pytest.mark.parametrize(("ending", "type_"), [("txt", "text/plain"), ("pdf", "application/pdf")])
def test_they_are_answered_304_and_made_once(client, make_release, django_assert_num_queries, ending, type_):
    address = f"{API}/{uid_of(make_release('New turbines', body=BODY))}/release.{ending}"
    first = client.get(address)
    with django_assert_num_queries(1):
        assert client.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 304
    with django_assert_num_queries(1):
        again = client.get(address, headers={"Accept": type_})
    assert again.content == first.content
    assert client.get(address, headers={"Accept": "image/png"}).status_code == 406
    generated = client.get(
        address, headers={"Accept": "application/problem+json"}
    )  # of errors alone, as OpenAPI Generator asks
    assert (generated.status_code, generated.content) == (200, first.content)


def test_a_corrected_release_is_made_anew(client, make_release):
    page = make_release("New turbines")
    address = f"{API}/{uid_of(page)}/release.pdf"
    first = client.get(address)
    page.title = "Newer turbines"
    page.save_revision().publish()
    second = client.get(address)
    assert second["ETag"] != first["ETag"]
    assert "Newer turbines" in words_of(second.content)


def test_letters_that_no_font_has_are_said_to_be_lacking(client, make_release):
    page = make_release(
        "新しい風力タービン", slug="turbines", body=[("paragraph", "<p>四十メガワット。</p>")]
    )
    answer = client.get(f"{API}/{uid_of(page)}/release.pdf")
    assert answer.status_code == 404
    assert answer.json()["detail"] == (
        "There is no PDF of this release: the fonts of this installation do not have its letters."
    )
    assert "新しい風力タービン" in client.get(f"{API}/{uid_of(page)}/release.txt").content.decode()


def test_twenty_thousand_words_take_less_than_five_seconds(make_release):
    paragraph = "<p>" + "Kraftverket byggs i Markbygden och levererar el. " * 15 + "</p>"
    page = make_release("Long", body=[("paragraph", paragraph)] * 190)
    document = Item.objects.get(source_id=page.pk).document
    start = time.thread_time()  # others share the machine
    content, complete = pdf_of(document)
    assert time.thread_time() - start < 5
    assert complete
    assert len(words_of(io.BytesIO(content)).split()) > 19_000
