// Buttons that copy: a new key, or the text of the field that they name. Where the browser lets no script copy, it is
// selected for it.
document.querySelectorAll("[data-newsroom-copy]").forEach((button) => {
  const field = document.getElementById(button.dataset.newsroomCopy);
  const key = document.querySelector("[data-newsroom-key]");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(field ? field.value : key.textContent);
      button.textContent = button.dataset.copied;
    } catch {
      if (field) field.select();
      else window.getSelection().selectAllChildren(key);
    }
  });
});
