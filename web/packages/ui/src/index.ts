/** Tokens and small components. Knows no screen, no server and no text: words come in as labels. */
export { ChannelMark, type ChannelName } from "./ChannelMark";
export { CountdownRing } from "./CountdownRing";
export { Delayed } from "./Delayed";
export { type Delivery, DeliveryTick } from "./DeliveryTick";
export { EmptyState } from "./EmptyState";
export { type BasePresenceName, PresenceMark } from "./PresenceMark";
export { Problem } from "./Problem";
export { RowSkeletons } from "./RowSkeletons";
export { TruncatedText } from "./TruncatedText";
export { contrastTheme, type DeskTheme, darkTheme, lightTheme, type OwnTokens, own } from "./theme";
export { useMediaQuery } from "./useMediaQuery";
