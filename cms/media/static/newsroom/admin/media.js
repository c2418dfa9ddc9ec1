/* Takes over what a file says of itself into the fields of its form. Without it, editors copy the texts by hand. */
(() => {
  const { Controller } = window.StimulusModule;

  /* Tags have a widget of their own; other fields are told that they have changed, as if somebody had typed. */
  const fill = (field, value) => {
    if (Array.isArray(value)) {
      const tags = window.jQuery(field);
      value.forEach((word) => tags.tagit("createTag", word));
      return;
    }
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  };

  window.wagtail.app.register(
    "newsroom-offers",
    class extends Controller {
      static targets = ["offer", "status"];

      static values = { used: String, none: String };

      use({ currentTarget }) {
        this.take([currentTarget]);
        document.getElementById(currentTarget.dataset.field).focus();
      }

      useEmpty() {
        this.take(
          this.offerTargets.filter(({ dataset }) => document.getElementById(dataset.field)?.value.trim() === ""),
        );
      }

      take(offers) {
        offers.forEach(({ dataset }) => {
          fill(document.getElementById(dataset.field), JSON.parse(dataset.value));
        });
        const labels = offers.map(({ dataset }) => dataset.label).join(", ");
        this.statusTarget.textContent = labels ? this.usedValue.replace("%s", labels) : this.noneValue;
      }
    },
  );
})();
