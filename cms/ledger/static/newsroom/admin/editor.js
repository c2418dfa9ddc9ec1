/* What the newsroom adds to Wagtail's editor. Everything works without it. */
(() => {
  const { Controller } = window.StimulusModule;
  const register = (name, controller) => window.wagtail.app.register(name, controller);

  /* Counts the characters of a text and says how many are left. Values: max, left, over ("%s" is the figure). */
  register(
    "newsroom-count",
    class extends Controller {
      static values = { max: Number, left: String, over: String };

      connect() {
        this.output = document.createElement("p");
        this.output.className = "newsroom-count help";
        this.output.id = `${this.element.id}-count`;
        this.output.setAttribute("aria-live", "polite");
        this.element.after(this.output);
        const described = this.element.getAttribute("aria-describedby");
        this.element.setAttribute("aria-describedby", [described, this.output.id].filter(Boolean).join(" "));
        this.onInput = () => this.count();
        this.element.addEventListener("input", this.onInput);
        this.count();
      }

      disconnect() {
        this.element.removeEventListener("input", this.onInput);
        this.output.remove();
      }

      count() {
        /* Line breaks count as Django counts them, code points as Python does. */
        const left = this.maxValue - [...this.element.value.replace(/\r?\n/g, "\r\n").trim()].length;
        const text = left < 0 ? this.overValue : this.leftValue;
        this.output.textContent = text.replace("%s", Math.abs(left));
        this.output.classList.toggle("newsroom-count--over", left < 0);
      }
    },
  );

  /* Shows something or hides it, now and whenever another choice is made. */
  class Choosing extends Controller {
    connect() {
      this.onChange = () => this.show();
      this.element.addEventListener("change", this.onChange);
      this.show();
    }

    disconnect() {
      this.element.removeEventListener("change", this.onChange);
    }
  }

  /* Shows the correction note only when the change is a correction. */
  register(
    "newsroom-correction",
    class extends Choosing {
      show() {
        const chosen = this.element.querySelector('[name="change"]:checked');
        const field = this.element.querySelector("[data-newsroom-note]");
        const written = field.querySelector("textarea").value.trim() !== "";
        field.hidden = chosen?.value !== "CORRECTION" && !written;
      }
    },
  );

  /* Shows panels marked data-newsroom-kinds only while one of their kinds is chosen. */
  register(
    "newsroom-kind",
    class extends Choosing {
      show() {
        document.querySelectorAll("[data-newsroom-kinds]").forEach((panel) => {
          const wanted = panel.dataset.newsroomKinds.split(" ").includes(this.element.value);
          panel.hidden = !wanted && !panel.querySelector(".error-message");
        });
      }
    },
  );
})();
