import { describe, expect, it } from "vitest";
import { createOffers, secondsLeft } from "./store";

const now = Date.parse("2026-11-23T12:00:00.000Z");
const offer = { conversationId: "c", sessionId: "s", expiresAt: "2026-11-23T12:02:00.000Z" };

describe("offers", () => {
  it("count down to nothing and no further", () => {
    expect(secondsLeft(offer, now)).toBe(120);
    expect(secondsLeft(offer, now + 119_500)).toBe(0.5);
    expect(secondsLeft(offer, now + 500_000)).toBe(0);
  });

  it("draw their share of the whole countdown, also when seen late", () => {
    const offers = createOffers();
    offers.made(offer, now + 60_000, 120_000);
    expect(offers.find("s")?.totalMs).toBe(120_000);
  });

  it("of one session are one, however often they are told of", () => {
    const offers = createOffers();
    offers.made(offer, now);
    offers.made(offer, now);
    expect(offers.store.getState().offers).toHaveLength(1);
  });
});
