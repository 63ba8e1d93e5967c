"""Makes the files of this folder, which the tests of Sources/Registry/Compression read.

Made with Python 3.11.7 (zlib 1.2.13, bzip2 1.0.8, liblzma 5.4.1), NumPy 2.4.6 and the programs lz4 1.9.4 and xz 5.4.1.
What is in them is computed the same way in CompressionFixture.swift.
"""
import bz2
import gzip
import io
import lzma
import os
import struct
import subprocess
import tarfile
import warnings
import zipfile
import zlib

import numpy as np

here = os.path.dirname(os.path.abspath(__file__))


def noise(count):
    """The high bytes of Knuth's generator."""
    state, out = 1, bytearray()
    for _ in range(count):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        out.append(state >> 56)
    return bytes(out)


def rows(count):
    draws = noise(count // 8)
    lines = (f"{i},{b},{['yes', 'no', 'maybe'][b % 3]}\n" for i, b in enumerate(draws))
    return "".join(lines).encode()[:count]


ROWS = rows(4000)
MIXED = rows(12000) + noise(3000) + bytes(5000)
LONG = rows(60000) * 45


def write(name, content):
    with open(os.path.join(here, name), "wb") as file:
        file.write(content)


def deflated(content, wbits=15, level=6, strategy=zlib.Z_DEFAULT_STRATEGY, pieces=1):
    packer = zlib.compressobj(level, zlib.DEFLATED, wbits, 9, strategy)
    step = -(-len(content) // pieces)
    out = b""
    for start in range(0, len(content), step):
        out += packer.compress(content[start : start + step]) + packer.flush(zlib.Z_FULL_FLUSH)
    return out + packer.flush()


def zlib_files():
    write("mixed.zlib", zlib.compress(MIXED))
    write("empty.zlib", zlib.compress(b""))
    write("long.zlib", zlib.compress(LONG[:100000], 9))
    write("fixed.zlib", deflated(ROWS, strategy=zlib.Z_FIXED))
    write("huffman.zlib", deflated(ROWS, strategy=zlib.Z_HUFFMAN_ONLY))
    write("stored.zlib", deflated(MIXED, level=0, pieces=3))
    packer = zlib.compressobj(zdict=ROWS[:100])
    write("dictionary.zlib", packer.compress(ROWS) + packer.flush())


def gzip_member(content):
    """A member with every optional part: extra field, name, comment and checksum of the header."""
    header = b"\x1f\x8b\x08\x1e" + struct.pack("<I", 1) + b"\x00\x03"
    header += struct.pack("<H", 6) + b"ab\x02\x00xy" + b"name\x00" + b"comment\x00"
    header += struct.pack("<H", zlib.crc32(header) & 0xFFFF)
    body = deflated(content, wbits=-15)
    return header + body + struct.pack("<II", zlib.crc32(content), len(content))


def gzip_files():
    write("mixed.gz", gzip.compress(MIXED, mtime=0))
    parts = gzip_member(MIXED[:7000]) + gzip.compress(MIXED[7000:], mtime=0)
    write("members.gz", parts + bytes(100))


def bzip2_files():
    write("mixed.bz2", bz2.compress(MIXED))
    write("empty.bz2", bz2.compress(b""))
    write("blocks.bz2", bz2.compress(LONG[:300000], 1))
    write("streams.bz2", bz2.compress(MIXED[:7000]) + bz2.compress(MIXED[7000:]))


def literals_only(content):
    """LZMA with a length and no marker, which Python does not write: all literals, each coded by
    the range encoder of the LZMA specification."""
    probabilities, low, span, out = {}, 0, 0xFFFFFFFF, bytearray()
    cache, pending = 0, 1

    def shift():
        nonlocal low, cache, pending
        if low < 0xFF000000 or low >= 1 << 32:
            out.extend(((cache if i == 0 else 0xFF) + (low >> 32)) & 0xFF for i in range(pending))
            cache, pending = low >> 24 & 0xFF, 0
        pending += 1
        low = (low & 0xFFFFFF) << 8

    def encode(context, bit):
        nonlocal low, span
        chance = probabilities.get(context, 1024)
        bound = (span >> 11) * chance
        if bit:
            low, span = low + bound, span - bound
            probabilities[context] = chance - (chance >> 5)
        else:
            span = bound
            probabilities[context] = chance + (2048 - chance >> 5)
        while span < 1 << 24:
            span = span << 8
            shift()

    before = 0
    for place, byte in enumerate(content):
        encode(("match", place & 3), 0)
        tree = 1
        for shift_by in range(7, -1, -1):
            bit = byte >> shift_by & 1
            encode(("literal", before >> 5, tree), bit)
            tree = tree << 1 | bit
        before = byte
    for _ in range(5):
        shift()
    return b"\x5d" + struct.pack("<IQ", 1 << 16, len(content)) + bytes(out)


def lzma_files():
    alone = lzma.compress(MIXED, format=lzma.FORMAT_ALONE)
    write("mixed.lzma", alone)
    write("length_and_marker.lzma", alone[:5] + struct.pack("<Q", len(MIXED)) + alone[13:])
    write("length.lzma", literals_only(ROWS))
    other = [{"id": lzma.FILTER_LZMA1, "lc": 0, "lp": 2, "pb": 1, "dict_size": 1 << 20}]
    write("other.lzma", lzma.compress(MIXED, format=lzma.FORMAT_ALONE, filters=other))
    for name, check in (
        ("none", lzma.CHECK_NONE),
        ("crc32", lzma.CHECK_CRC32),
        ("crc64", lzma.CHECK_CRC64),
        ("sha256", lzma.CHECK_SHA256),
    ):
        write(f"{name}.xz", lzma.compress(MIXED, check=check))
    write("empty.xz", lzma.compress(b""))
    write("long.xz", lzma.compress(LONG))
    write("noise.xz", lzma.compress(noise(3000)))
    write("streams.xz", lzma.compress(MIXED[:7000]) + bytes(8) + lzma.compress(MIXED[7000:]))
    delta = [{"id": lzma.FILTER_DELTA, "dist": 4}, {"id": lzma.FILTER_LZMA2, "preset": 6}]
    write("delta.xz", lzma.compress(ROWS, filters=delta))
    blocks = subprocess.run(
        ["xz", "-c", "--block-size=6000", "-T2"], input=MIXED, capture_output=True, check=True)
    write("blocks.xz", blocks.stdout)


def lz4(content, *options):
    done = subprocess.run(
        ["lz4", "-c", "-q", *options], input=content, capture_output=True, check=True)
    return done.stdout


def lz4_files():
    write("mixed.lz4", lz4(MIXED))
    write("empty.lz4", lz4(b""))
    write("linked.lz4", lz4(LONG[:300000], "-B4", "-BD", "-9"))
    write("checks.lz4", lz4(MIXED, "-B4", "-BX"))
    write("unchecked.lz4", lz4(MIXED, "--no-frame-crc"))
    skipped = struct.pack("<II", 0x184D2A53, 5) + b"hello"
    write("frames.lz4", lz4(MIXED[:7000]) + skipped + lz4(MIXED[7000:]))
    # What the program leaves out where the length of its input is not known.
    path = os.path.join(here, "mixed")
    write("mixed", MIXED)
    sized = subprocess.run(
        ["lz4", "-c", "-q", "--content-size", path], capture_output=True, check=True)
    write("sized.lz4", sized.stdout)
    os.remove(path)


class Unseekable(io.RawIOBase):
    def __init__(self):
        self.content = b""

    def writable(self):
        return True

    def write(self, content):
        self.content += bytes(content)
        return len(content)


def zipped(file, force=False):
    with zipfile.ZipFile(file, "w") as archive:
        for name, method, content in (
            ("stored.txt", zipfile.ZIP_STORED, ROWS),
            ("folder/packed.bin", zipfile.ZIP_DEFLATED, MIXED),
            ("empty", zipfile.ZIP_STORED, b""),
        ):
            info = zipfile.ZipInfo(name)
            info.compress_type = method
            with archive.open(info, "w", force_zip64=force) as entry:
                entry.write(content)
        archive.comment = b"a comment"
    return file


def zip_files():
    write("plain.zip", zipped(io.BytesIO()).getvalue())
    write("large_numbers.zip", zipped(io.BytesIO(), force=True).getvalue())
    write("streamed.zip", zipped(Unseekable()).content)
    write("streamed_large.zip", zipped(Unseekable(), force=True).content)
    # The end with 64 bits is written for many entries only: all numbers of the plain one are copied.
    plain = zipped(io.BytesIO()).getvalue()
    end = plain.rindex(b"PK\x05\x06")
    _, _, _, count, size, offset, _ = struct.unpack("<4H2IH", plain[end + 4 : end + 22])
    large = struct.pack("<IQ2H2I4Q", 0x06064B50, 44, 45, 45, 0, 0, count, count, size, offset)
    locator = struct.pack("<IIQI", 0x07064B50, 0, end, 1)
    closing = struct.pack("<I4H2IH", 0x06054B50, 0, 0, 0xFFFF, 0xFFFF, 2**32 - 1, 2**32 - 1, 0)
    write("large_end.zip", plain[:end] + large + locator + closing)
    with warnings.catch_warnings(action="ignore"):
        with zipfile.ZipFile(os.path.join(here, "twice.zip"), "w") as archive:
            archive.writestr(zipfile.ZipInfo("weights"), b"1")
            archive.writestr(zipfile.ZipInfo("weights"), b"2")
    for name, method in [("bzip2.zip", zipfile.ZIP_BZIP2), ("lzma.zip", zipfile.ZIP_LZMA)]:
        with zipfile.ZipFile(os.path.join(here, name), "w") as archive:
            info = zipfile.ZipInfo("packed")
            info.compress_type = method
            archive.writestr(info, ROWS)
    path = os.path.join(here, "arrays.npz")
    np.savez_compressed(path, weights=np.arange(12.0).reshape(3, 4), names=np.array(["a", "bc"]))


def npy_files():
    def save(name, array, version=None):
        with open(os.path.join(here, name), "wb") as file:
            np.lib.format.write_array(file, array, version=version, allow_pickle=True)

    save("doubles.npy", np.arange(12.0).reshape(3, 4), (1, 0))
    save("fortran.npy", np.asfortranarray(np.arange(12, dtype=">i4").reshape(3, 4)), (2, 0))
    fields = [("left", "<i8"), ("größe", "<f8", (2,)), ("inner", [("a", "|u1"), ("b", "<U3")])]
    save("fields.npy", np.zeros(5, dtype=fields), (3, 0))
    save("scalar.npy", np.array(7, dtype=np.int64))
    save("objects.npy", np.array([None, "x"], dtype=object))
    save("object_field.npy", np.zeros(2, dtype=[("a", "<f8"), ("b", "O")]))
    save("times.npy", np.zeros(2, dtype="datetime64[25us]"))


def tar_files():
    for name, format in [("gnu.tar", tarfile.GNU_FORMAT), ("pax.tar", tarfile.PAX_FORMAT)]:
        with tarfile.open(os.path.join(here, name), "w", format=format) as archive:
            for entry, content in [("rows.csv", ROWS), ("d/" * 60 + "mixed", MIXED), ("empty", b"")]:
                info = tarfile.TarInfo(entry)
                info.size = len(content)
                archive.addfile(info, io.BytesIO(content))
            info = tarfile.TarInfo("d")
            info.type = tarfile.DIRTYPE
            archive.addfile(info)


if __name__ == "__main__":
    zlib_files()
    gzip_files()
    bzip2_files()
    lzma_files()
    lz4_files()
    zip_files()
    tar_files()
    npy_files()
    print(zlib.ZLIB_RUNTIME_VERSION, np.__version__, lzma.LZMADecompressor().decompress(literals_only(ROWS)) == ROWS)
