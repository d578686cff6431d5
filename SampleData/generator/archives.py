"""Archives that are the same bytes every time, the broken ones included."""

import io
import struct
import zipfile
import zlib

# The date in every archive: the sample has no other.
DATE = (2026, 10, 1, 0, 0, 0)


def gzip(data):
    """One gzip member without a name or a date."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(data) + packer.flush()
    return b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff" + packed + struct.pack("<II", zlib.crc32(data), len(data))


def zip_of(members, links=()):
    """A zip file of (name, bytes), stored; `links` are names of symbolic links to nowhere."""
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_STORED) as archive:
        for name, data in members:
            archive.writestr(entry(name, 0o100644), data)
        for name in links:
            archive.writestr(entry(name, 0o120777), b"/nowhere")
    return output.getvalue()


def entry(name, mode):
    info = zipfile.ZipInfo(name, DATE)
    info.create_system = 3
    info.external_attr = mode << 16
    return info


def encrypted_zip(name, data, password):
    """A zip file with one member in the encryption that PKZIP has had from the start."""
    keys = [0x12345678, 0x23456789, 0x34567890]

    def mix(byte):
        keys[0] = crc_step(keys[0], byte)
        keys[1] = ((keys[1] + (keys[0] & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        keys[2] = crc_step(keys[2], keys[1] >> 24)

    def encrypt(byte):
        word = (keys[2] | 2) & 0xFFFF
        mixed = byte ^ ((word * (word ^ 1)) >> 8 & 0xFF)
        mix(byte)
        return mixed

    for byte in password:
        mix(byte)
    crc = zlib.crc32(data)
    head = bytes(range(11)) + bytes([crc >> 24])
    secret = bytes(encrypt(byte) for byte in head + data)
    return marked_encrypted(zip_of([(name, secret)]), name, crc, len(data))


def crc_step(crc, byte):
    return zlib.crc32(bytes([byte & 0xFF]), crc ^ 0xFFFFFFFF) ^ 0xFFFFFFFF


def marked_encrypted(archive, name, crc, size):
    """Puts flag, checksum and size of what was encrypted into both headers of the only member."""
    archive = bytearray(archive)
    for signature, flags, sum_at in ((b"PK\x03\x04", 6, 14), (b"PK\x01\x02", 8, 16)):
        start = archive.index(signature)
        struct.pack_into("<H", archive, start + flags, 1)
        struct.pack_into("<I", archive, start + sum_at, crc)
        struct.pack_into("<I", archive, start + sum_at + 8, size)
    return bytes(archive)
