/** A page that is one short form: sign-in, set-up. */
import { Card, LargeTitle, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { FormEvent, ReactNode } from "react";
import { texts } from "../texts";

const useStyles = makeStyles({
  page: {
    minHeight: "100dvh",
    boxSizing: "border-box",
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    justifyContent: "center",
    rowGap: tokens.spacingVerticalXL,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  product: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS },
  mark: {
    width: "28px",
    height: "28px",
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    display: "grid",
    placeItems: "center",
    fontWeight: tokens.fontWeightBold,
  },
  card: { width: "100%", maxWidth: "400px", boxSizing: "border-box", padding: tokens.spacingHorizontalXXL },
  form: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalL },
  heading: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXXS },
  title: { margin: 0, fontSize: tokens.fontSizeHero700, lineHeight: tokens.lineHeightHero700 },
  lead: { color: tokens.colorNeutralForeground3 },
});

export function FormPage(props: {
  title: string;
  lead: string;
  onSubmit: (event: FormEvent) => void;
  children: ReactNode;
}) {
  const styles = useStyles();
  return (
    <main className={styles.page}>
      <div className={styles.product}>
        <span className={styles.mark} aria-hidden>
          F
        </span>
        <Text weight="semibold" size={400}>
          {texts.product}
        </Text>
      </div>
      <Card className={styles.card}>
        <form className={styles.form} onSubmit={props.onSubmit} noValidate>
          <div className={styles.heading}>
            <LargeTitle as="h1" className={styles.title}>
              {props.title}
            </LargeTitle>
            <Text className={styles.lead}>{props.lead}</Text>
          </div>
          {props.children}
        </form>
      </Card>
    </main>
  );
}
