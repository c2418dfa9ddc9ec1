"""What all browser tests of Wagtail's editor do: wait for its autosave, press Publish."""

from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as TookTooLong


def publish(tab: Page) -> None:
    """Press Publish, in the menu beside the main button."""
    footer = tab.locator("footer .actions, .footer__container, footer").first
    footer.locator(
        "[data-w-dropdown-target=toggle], .w-dropdown__toggle, .button-dropdown__toggle"
    ).first.click()
    tab.locator("button[name=action-publish]:visible").click()


def settle_draft(tab: Page) -> None:
    """Wait until Wagtail has saved the draft by itself and edits it from now on, or save it.

    It saves what has changed since its scripts were ready; a form filled in before that waits for the button.
    """
    try:
        tab.wait_for_url("**/edit/", timeout=5000)
    except TookTooLong:
        tab.get_by_role("button", name="Save draft").click()
        tab.wait_for_url("**/edit/")
