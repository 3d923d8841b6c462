//! HTTP/1.1 over one kept connection, as little of it as starting conversations needs: the client shares the processors
//! with the server that it measures. Knows no routes.

use crate::failure::Failure;
use std::net::SocketAddr;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const ANSWER_BYTES_MAX: usize = 4 << 20;

pub struct Wire {
    stream: TcpStream,
    host: String,
    outgoing: Vec<u8>,
    incoming: Vec<u8>,
}

#[derive(Debug)]
pub struct Answer<'a> {
    pub status: u16,
    pub head: &'a str,
    pub body: &'a [u8],
}

impl Answer<'_> {
    /// The server says "not now": too busy, or its store is away.
    pub fn says_not_now(&self) -> bool {
        matches!(self.status, 429 | 503)
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        header(self.head, name)
    }

    pub fn to_failure(&self, what: &str) -> Failure {
        Failure::failed(format!("{what} answered {}: {}", self.status, String::from_utf8_lossy(self.body)))
    }
}

impl Wire {
    pub async fn open(address: SocketAddr) -> Result<Wire, Failure> {
        let stream = TcpStream::connect(address).await.map_err(Failure::failed)?;
        stream.set_nodelay(true).map_err(Failure::failed)?;
        Ok(Wire { stream, host: address.to_string(), outgoing: Vec::new(), incoming: Vec::new() })
    }

    /// `what` as in `POST /path`; `headers` each with its line end.
    pub async fn ask(&mut self, what: &str, headers: &str, body: &str) -> Result<Answer<'_>, Failure> {
        let (host, length) = (&self.host, body.len());
        self.outgoing.clear();
        self.outgoing.extend_from_slice(
            format!(
                "{what} HTTP/1.1\r\nhost: {host}\r\ncontent-type: application/json\r\n{headers}content-length: {length}\r\n\r\n{body}"
            )
            .as_bytes(),
        );
        self.stream.write_all(&self.outgoing).await.map_err(Failure::failed)?;
        self.incoming.clear();
        loop {
            if let Some((head, length)) = head(&self.incoming)? {
                while self.incoming.len() < head + length {
                    self.read().await?;
                }
                let text = std::str::from_utf8(&self.incoming[..head]).map_err(Failure::failed)?;
                let status = text.get(9..12).and_then(|status| status.parse().ok());
                let status = status.ok_or_else(|| Failure::failed("an answer without a status"))?;
                return Ok(Answer { status, head: text, body: &self.incoming[head..head + length] });
            }
            self.read().await?;
        }
    }

    async fn read(&mut self) -> Result<(), Failure> {
        match self.stream.read_buf(&mut self.incoming).await.map_err(Failure::failed)? {
            0 => Err(Failure::failed("the server closed a connection in the middle of an answer")),
            _ if self.incoming.len() > ANSWER_BYTES_MAX => Err(Failure::failed("an answer is too long")),
            _ => Ok(()),
        }
    }
}

/// Where the body begins and how long it is, once all of the head is there.
fn head(incoming: &[u8]) -> Result<Option<(usize, usize)>, Failure> {
    let Some(end) = incoming.windows(4).position(|four| four == b"\r\n\r\n") else { return Ok(None) };
    let text = std::str::from_utf8(&incoming[..end + 4]).map_err(Failure::failed)?;
    let length = match header(text, "content-length") {
        Some(length) => length.parse().map_err(Failure::failed)?,
        None => 0,
    };
    Ok(Some((end + 4, length)))
}

fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    let mut lines = head.split("\r\n").filter_map(|line| line.split_once(':'));
    lines.find(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_read_once_it_is_whole_and_says_how_long_the_body_is() {
        let whole = b"HTTP/1.1 201 Created\r\nContent-Length: 2\r\nx: y\r\n\r\n{}";
        for length in 0..whole.len() - 2 {
            assert!(head(&whole[..length]).unwrap().is_none(), "{length}");
        }
        assert_eq!(head(whole).unwrap(), Some((whole.len() - 2, 2)));
        assert_eq!(head(b"HTTP/1.1 204 No Content\r\n\r\n").unwrap(), Some((27, 0)));
        assert!(head(b"HTTP/1.1 200 OK\r\ncontent-length: many\r\n\r\n").is_err());
    }
}
