"""What all browser tests of Wagtail's editor do: write a release, wait for the autosave, press Publish."""

import wagtail
from playwright.sync_api import Page, expect
from playwright.sync_api import TimeoutError as TookTooLong


def publish(tab: Page) -> None:
    """Press Publish, in the menu beside the main button."""
    footer = tab.locator("footer .actions, .footer__container, footer").first
    footer.locator(
        "[data-w-dropdown-target=toggle], .w-dropdown__toggle, .button-dropdown__toggle"
    ).first.click()
    tab.locator("button[name=action-publish]:visible").click()


def go_on_when_overtaken(tab: Page) -> None:
    """Answer as a person would where Wagtail takes its own autosave for somebody else's, and asks before it saves."""
    overtaken = tab.locator("#w-save-confirmation-dialog [data-w-dialog-target=confirm]")
    tab.add_locator_handler(overtaken, lambda button: button.click())


def settle_draft(tab: Page) -> None:
    """Wait until Wagtail has saved the draft by itself and edits it from now on, or save it.

    It saves what has changed since its scripts were ready; a form filled in before that waits for the button.
    """
    try:
        tab.wait_for_url("**/edit/", timeout=5000)
    except TookTooLong:
        tab.get_by_role("button", name="Save draft").click()
        tab.wait_for_url("**/edit/")


def write(tab: Page, newsroom: int, title: str) -> None:
    """Begin a release in the newsroom with this id: a title, a summary, a paragraph and a place."""
    tab.goto(f"/admin/pages/add/newsroom_releases/releasepage/{newsroom}/")
    tab.fill("[name=title]", title)
    tab.fill("[name=summary]", "Forty turbines in the Bothnian Sea.")
    expect(tab.locator("#id_summary-count")).to_have_text("245 characters left")
    body = tab.locator("#panel-child-text-body-section")
    body.locator("button[title='Insert a block']").first.click()
    tab.get_by_role("option", name="Paragraph").click()
    body.locator("[contenteditable=true]").first.click()
    tab.keyboard.type("Power for 200,000 homes.")
    expect(tab.locator("[data-newsroom-kinds=EVENT]")).to_be_hidden()
    tab.fill("[name=dateline_place]", "Umeå")
    tab.keyboard.press("Tab")
    if wagtail.VERSION >= (8, 0):
        settle_draft(tab)
