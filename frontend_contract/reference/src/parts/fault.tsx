/** A message for faults of the code, in the language of the document. */
"use client";

const TEXTS = {
  en: { title: "Something went wrong", text: "The fault is ours. Try again in a minute.", retry: "Try again" },
  sv: { title: "Något gick fel", text: "Felet är vårt. Försök igen om en minut.", retry: "Försök igen" },
};

export function Fault({ onRetry }: { onRetry: () => void }) {
  const language = typeof document === "undefined" ? "en" : document.documentElement.lang || navigator.language;
  const texts = language.startsWith("sv") ? TEXTS.sv : TEXTS.en;
  return (
    <main id="content" className="message">
      <h1>{texts.title}</h1>
      <p>{texts.text}</p>
      <p>
        <button type="button" className="button" onClick={onRetry}>
          {texts.retry}
        </button>
      </p>
    </main>
  );
}
