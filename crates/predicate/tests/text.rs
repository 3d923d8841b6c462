//! The text form: what is written canonically, and what is said of a text that cannot be read.

use frontdesk_predicate::{DEPTH_MAX, NODES_MAX, Operator, ParseErrorKind, Predicate, TEXT_BYTES_MAX, TooLarge, Value};

#[test]
fn every_text_has_one_canonical_form() {
    let cases = [
        ("true", "true"),
        ("  false\n", "false"),
        ("!true", "false"),
        ("!false", "!false"),
        ("a==1&&b!=2", "a == 1 && b != 2"),
        ("(a == 1)", "a == 1"),
        ("((a == 1) && (b == 2)) && c == 3", "a == 1 && b == 2 && c == 3"),
        ("a == 1 && (b == 2 || c == 3)", "a == 1 && (b == 2 || c == 3)"),
        ("(a == 1 && b == 2) || c == 3", "a == 1 && b == 2 || c == 3"),
        ("a == 1 || (b == 2 || c == 3)", "a == 1 || b == 2 || c == 3"),
        ("!(a == 1)", "!(a == 1)"),
        ("!((a == 1 || b == 2))", "!(a == 1 || b == 2)"),
        ("!!(has(a))", "!!has(a)"),
        ("!a.contains('x')", r#"!a.contains("x")"#),
        ("vip", "vip == true"),
        ("!customer.vip && vip", "!(customer.vip == true) && vip == true"),
        ("1 < a", "a > 1"),
        ("'x' == a", r#"a == "x""#),
        ("true == a", "a == true"),
        ("a < b.c", "a < b.c"),
        ("a in [1,'x' , true]", r#"a in [1, "x", true]"#),
        ("a in[]", "a in []"),
        ("a.startsWith(\"x\") || a.endsWith('y')", r#"a.startsWith("x") || a.endsWith("y")"#),
        (r#"context["odd name"] == 1"#, r#"context["odd name"] == 1"#),
        (r#"context["tier"] == 1"#, "context.tier == 1"),
        (r#"["true"].x == 1"#, r#"["true"].x == 1"#),
        ("a.in == 1 && a.contains == 2", "a.in == 1 && a.contains == 2"),
        (r#"a == 'say "hi"'"#, r#"a == 'say "hi"'"#),
        (r#"a == "it's \"so\"\\\n\t\u00e9\U0001F600""#, "a == 'it\\'s \"so\"\\\\\\n\\té😀'"),
        (r#"a == "\u0007""#, r#"a == "\u0007""#),
        ("a == -5.50", "a == -5.5"),
        ("a == 1e3", "a == 1000"),
        ("a == 1E+300", "a == 1e300"),
        ("a == -0", "a == 0"),
        ("a > timestamp('2026-01-31T09:00:00+01:00')", r#"a > timestamp("2026-01-31T08:00:00Z")"#),
        (r#"a > timestamp("2026-01-31T09:00:00.250Z")"#, r#"a > timestamp("2026-01-31T09:00:00.25Z")"#),
    ];
    for (text, canonical) in cases {
        let predicate = Predicate::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(predicate.to_string(), canonical, "{text}");
        assert_eq!(Predicate::parse(canonical), Ok(predicate), "{canonical}");
    }
}

#[test]
fn a_text_that_cannot_be_read_says_where_and_why() {
    let cases = [
        ("", "line 1, column 1: found the end, expected a value or a field"),
        ("a = 1", "line 1, column 3: found `=`, expected a field, a value or an operator"),
        ("a == ", "line 1, column 6: found the end, expected a value or a field"),
        ("a == 1 b", "line 1, column 8: found `b`, expected `&&`, `||` or the end"),
        ("a ==\n  1 &&\n  && b", "line 3, column 3: found `&&`, expected a value or a field"),
        ("é == 1", "line 1, column 1: found `é`, expected a field, a value or an operator"),
        ("'é' == a é", "line 1, column 10: found `é`, expected a field, a value or an operator"),
        ("(a == 1", "line 1, column 8: found the end, expected `)`"),
        ("a == 1)", "line 1, column 7: found `)`, expected `&&`, `||` or the end"),
        ("a and b", "line 1, column 3: found `and`, expected `&&`, `||` or the end"),
        ("!a == 1", "line 1, column 4: found `==`, expected `&&`, `||` or the end"),
        ("a == 1 == b", "line 1, column 8: found `==`, expected `&&`, `||` or the end"),
        ("5", "line 1, column 2: found the end, expected a comparison (`==`, `!=`, `<`, `<=`, `>`, `>=`)"),
        ("1 == 2", "line 1, column 1: found two values (1 and another), expected a field on one side"),
        ("a == null", "line 1, column 6: found `null`, expected a value (a missing one is `!has(field)`)"),
        ("a == has(b)", "line 1, column 6: found a condition, expected a value or a field"),
        ("a in 'x'", "line 1, column 6: found the text \"x\", expected `[`"),
        ("a in [b]", "line 1, column 7: found `b`, expected a value"),
        ("a in [1 2]", "line 1, column 9: found the number 2, expected `,`"),
        ("a in [1,]", "line 1, column 9: found `]`, expected a value"),
        ("has(1)", "line 1, column 5: found the number 1, expected a field"),
        ("has(a", "line 1, column 6: found the end, expected `)`"),
        ("has(a.contains('x'))", "line 1, column 5: found a condition, expected a field"),
        ("a.matches('x')", "line 1, column 3: found `matches(`, expected contains, startsWith or endsWith"),
        ("a.contains(5)", "line 1, column 12: found the number 5, expected a text in quotes"),
        ("a. == 1", "line 1, column 4: found `==`, expected a name after the dot"),
        ("a[1] == 1", "line 1, column 3: found the number 1, expected a name in quotes"),
        ("a == \"x", "line 1, column 6: found a text that does not end, expected the closing quote"),
        ("a == 'x\n'", "line 1, column 8: found '\\n' inside a text, expected an escape such as \\n or \\t"),
        (
            r"a == 'x\q'",
            r#"line 1, column 8: found an unknown escape, expected \n, \r, \t, \\, \", \', \uXXXX or \UXXXXXXXX"#,
        ),
        (
            r"a == '\ud800'",
            r#"line 1, column 7: found an unknown escape, expected \n, \r, \t, \\, \", \', \uXXXX or \UXXXXXXXX"#,
        ),
        ("a == 1.2.3", "line 1, column 6: found `1.2.3`, expected a number such as 5, -2.5 or 1e9"),
        ("a == 1e999", "line 1, column 6: found `1e999`, expected a number such as 5, -2.5 or 1e9"),
        ("a == -", "line 1, column 6: found `-`, expected a number such as 5, -2.5 or 1e9"),
        (
            "a == 9007199254740993",
            "line 1, column 6: found `9007199254740993`, expected a whole number up to 9007199254740991, or a text in quotes",
        ),
        (
            "a < timestamp('noon')",
            "line 1, column 15: found the text \"noon\", expected a time such as \"2026-01-31T09:00:00Z\"",
        ),
    ];
    for (text, said) in cases {
        let error = Predicate::parse(text).expect_err(text);
        assert_eq!(error.to_string(), said, "{text}");
        assert!(error.at.byte <= text.len(), "{text}");
    }
}

#[test]
fn a_condition_is_bounded_in_depth_parts_and_length() {
    let nots = |count: usize| format!("{}has(a)", "!".repeat(count));
    let groups = |count: usize| format!("{}vip{}", "(".repeat(count), ")".repeat(count));
    let parts = |count: usize| vec!["a"; count].join("||");
    let long = |bytes: usize| format!("a == \"{}\"", "x".repeat(bytes - 7));
    let cases = [
        (nots(DEPTH_MAX - 1), None),
        (nots(DEPTH_MAX), Some(TooLarge::Depth)),
        (nots(10_000), Some(TooLarge::Depth)),
        (groups(DEPTH_MAX), None),
        (groups(DEPTH_MAX + 1), Some(TooLarge::Depth)),
        (parts(NODES_MAX - 1), None),
        (parts(NODES_MAX), Some(TooLarge::Nodes)),
        (parts(NODES_MAX + 1), Some(TooLarge::Nodes)),
        (long(TEXT_BYTES_MAX), None),
        (long(TEXT_BYTES_MAX + 1), Some(TooLarge::Text)),
        // Short as it is, it grows past the bound when written in full.
        (format!("a in[{}]", vec!["1e15"; 3_000].join(",")), Some(TooLarge::Text)),
    ];
    for (text, expected) in cases {
        let error = Predicate::parse(&text).err().map(|error| error.kind);
        assert_eq!(error, expected.map(ParseErrorKind::TooLarge), "{:.60}…", text);
    }
}

#[test]
fn times_past_the_calendar_and_numbers_past_whole_read_back() {
    for value in [Value::Time(i64::MIN), Value::Time(i64::MAX), Value::Time(-1), Value::from(i32::MIN)] {
        let predicate = Predicate::compare("a", Operator::Less, value);
        assert_eq!(Predicate::parse(&predicate.to_string()), Ok(predicate));
    }
}

#[test]
fn in_json_a_condition_is_its_text() {
    let predicate = Predicate::parse(r#"tier == "gold" && vip"#).unwrap();
    let json = serde_json::to_string(&predicate).unwrap();
    assert_eq!(json, r#""tier == \"gold\" && vip == true""#);
    assert_eq!(serde_json::from_str::<Predicate>(&json).unwrap(), predicate);
    let error = serde_json::from_str::<Predicate>(r#""tier = 1""#).unwrap_err().to_string();
    assert!(error.starts_with("line 1, column 6: found `=`"), "{error}");
}
