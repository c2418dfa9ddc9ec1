// The button that copies a new key. Where the browser lets no script copy, the key is selected for it.
document.querySelectorAll("[data-newsroom-copy]").forEach((button) => {
  const key = document.querySelector("[data-newsroom-key]");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(key.textContent);
      button.textContent = button.dataset.copied;
    } catch {
      window.getSelection().selectAllChildren(key);
    }
  });
});
