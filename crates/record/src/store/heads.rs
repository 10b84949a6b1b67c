//! Signing heads, and reading them.

use super::writer::{Desk, Failed};
use super::{act, large};
use crate::chain::{Hash, Tree, leaf};
use crate::head::Head;
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection, SqlitePool};

/// The record as it stands, for a head that is not yet numbered and signed. One snapshot; the writer goes on meanwhile.
pub(crate) async fn snapshot(pool: &SqlitePool, now: i64) -> Result<Head, Failed> {
    let mut snapshot = pool.begin().await?;
    let rows: Vec<(i64, i64, Vec<u8>)> =
        sqlx::query_as("SELECT number, version, link FROM stream ORDER BY number")
            .fetch_all(&mut *snapshot)
            .await?;
    let tips = act::tips(&mut snapshot).await?;
    snapshot.rollback().await?;
    let mut tree = Tree::default();
    for (place, (number, version, link)) in rows.iter().enumerate() {
        tree.set(place, leaf(*number, *version, &act::hash(link)?));
    }
    Ok(Head {
        number: 0,
        signed_at: now,
        streams: large(u64::try_from(tree.len()).unwrap_or(u64::MAX)),
        sequence: tips.sequence,
        root: tree.root(),
        attachment: tips.attachment,
        access: tips.access,
        previous: Hash::default(),
        signature: [0; 64],
    })
}

/// Numbers, chains, signs and writes a head. If nothing has changed since the last one, that one stands.
pub(crate) async fn sign(desk: &mut Desk<'_>, mut head: Head) -> Result<Head, Failed> {
    if let Some(last) = last(desk.connection).await? {
        let older = head.sequence < last.sequence || head.access.0 < last.access.0;
        if older || head.says_the_same(&last) {
            return Ok(last);
        }
        head.number = last.number;
        head.previous = last.hash();
    }
    head.number += 1;
    head.sign(desk.keys);
    write(desk.connection, &head).await?;
    Ok(head)
}

pub(crate) async fn write(connection: &mut SqliteConnection, head: &Head) -> Result<(), sqlx::Error> {
    sqlx::query(
        "INSERT INTO head (number, signed_at, streams, sequence, root, attachment_line, attachment_link,
                           access_line, access_link, previous, signature)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    )
    .bind(head.number)
    .bind(head.signed_at)
    .bind(head.streams)
    .bind(head.sequence)
    .bind(head.root.to_vec())
    .bind(head.attachment.0)
    .bind(head.attachment.1.to_vec())
    .bind(head.access.0)
    .bind(head.access.1.to_vec())
    .bind(head.previous.to_vec())
    .bind(head.signature.to_vec())
    .execute(connection)
    .await?;
    Ok(())
}

async fn last(connection: &mut SqliteConnection) -> Result<Option<Head>, Failed> {
    let row =
        sqlx::query("SELECT * FROM head ORDER BY number DESC LIMIT 1").fetch_optional(connection).await?;
    row.as_ref().map(read).transpose()
}

/// A head from its row.
pub(crate) fn read(row: &SqliteRow) -> Result<Head, Failed> {
    let hash = |name| -> Result<Hash, Failed> { act::hash(row.try_get::<&[u8], _>(name)?) };
    let signature: &[u8] = row.try_get("signature")?;
    Ok(Head {
        number: row.try_get("number")?,
        signed_at: row.try_get("signed_at")?,
        streams: row.try_get("streams")?,
        sequence: row.try_get("sequence")?,
        root: hash("root")?,
        attachment: (row.try_get("attachment_line")?, hash("attachment_link")?),
        access: (row.try_get("access_line")?, hash("access_link")?),
        previous: hash("previous")?,
        signature: signature
            .try_into()
            .map_err(|_| Failed::Other("a signature in the database has the wrong length".to_owned()))?,
    })
}
