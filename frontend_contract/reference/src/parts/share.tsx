/** Links by which readers share a release or a quote from it. Nothing is loaded from other sites. */
import type { ShareDetailFragment } from "@social-newsroom/client/operations";

import { settings } from "@/settings";
import { wordsFor } from "@/words";

const NAMES: Record<ShareDetailFragment["texts"][number]["channel"], string> = {
  BLUESKY: "Bluesky",
  EMAIL: "E-mail",
  FACEBOOK: "Facebook",
  INSTAGRAM: "Instagram",
  LINKEDIN: "LinkedIn",
  MASTODON: "Mastodon",
  SNAPCHAT: "Snapchat",
  WHATSAPP: "WhatsApp",
  X: "X",
};

export function ShareLinks({ share, locale, quote }: { share: ShareDetailFragment; locale: string; quote?: string }) {
  const words = wordsFor(locale);
  const links = share.texts
    .filter(({ href }) => href !== null)
    .map((text) => ({ channel: text.channel, href: quote ? withQuote(text, quote) : text.href }))
    .filter((link): link is { channel: typeof link.channel; href: string } => link.href !== null);
  return (
    <ul className="share-links">
      {links.map(({ channel, href }) => (
        <li key={channel}>
          <a href={href} rel="noopener nofollow" aria-label={words.shareOn(channel === "EMAIL" ? words.email : NAMES[channel])}>
            {channel === "EMAIL" ? words.email : NAMES[channel]}
          </a>
        </li>
      ))}
      {!quote && (
        <li>
          <a href={share.shortUrl}>{words.copyLink}</a>
        </li>
      )}
    </ul>
  );
}

interface QuoteSharesProps {
  share: ShareDetailFragment;
  locale: string;
  /** Ids of the release and of the block. */
  release: string;
  block: string;
  title: string;
  /** The words with their speaker, as they are passed on. */
  quote: string;
}

/** Ways to take a quote along: on networks, by its own address, and on a page of one's own (`../embed`). */
export function QuoteShares({ share, locale, release, block, title, quote }: QuoteSharesProps) {
  const words = wordsFor(locale);
  const address = `${share.url}#quote-${block}`;
  const script = `${settings().newsroomPublicUrl}/embed/newsroom-embed.js`;
  const code = `<script type="module" src="${attribute(script)}"></script>
<newsroom-quote release="${release}" block="${block}">
  <a href="${attribute(address)}">${attribute(title)}</a>
</newsroom-quote>`;
  return (
    <details className="quote-share">
      <summary>{words.shareQuote}</summary>
      <ShareLinks share={share} locale={locale} quote={quote} />
      <p>
        <a href={address}>{words.quoteLink}</a>
      </p>
      <label>
        {words.quoteCode}
        <textarea readOnly rows={5} value={code} spellCheck={false} translate="no" />
      </label>
    </details>
  );
}

function attribute(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
}

/** The channel's address with the quote in place of its ready words; null for channels that take an address alone. */
function withQuote(text: ShareDetailFragment["texts"][number], quote: string): string | null {
  if (!text.href) return null;
  const [start = "", query = ""] = text.href.split("?", 2);
  const parameters = new URLSearchParams(query);
  const name = [...parameters.keys()].find((key) => key === "text" || key === "body");
  if (!name) return null;
  parameters.set(name, `${quote}\n\n${text.url}`);
  return `${start}?${parameters.toString().replace(/\+/g, "%20")}`;
}
