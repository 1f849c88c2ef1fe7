"""Files that people send straight to S3, in parts: our functions take no more than 64 KB, and never see them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from chalicelib.kernel.refusals import Unavailable
from chalicelib.platform.logging import logger

# For one part on a slow line; the next asks for another address.
SEND_WITHIN_S = 3_600
# To look at it, by one of us, at once.
LOOK_WITHIN_S = 300

Answer = TypeVar("Answer")


class UploadsUnavailable(Unavailable):
    code = "uploads.unavailable"
    message = "存照片的地方暂时没有回应，您传过的都还在。"
    next_step = "请过几分钟再点一次“接着传”，传过的不用再传。"


class Uploads:
    def __init__(self, client: Any, bucket: str) -> None:
        self._client = client
        self._bucket = bucket

    def begin(self, key: str, *, content_type: str) -> str:
        """What S3 calls the upload. One that is never finished is swept away by the bucket's rule."""
        begun = _asked(
            lambda: self._client.create_multipart_upload(Bucket=self._bucket, Key=key, ContentType=content_type)
        )
        return str(begun["UploadId"])

    def sent(self, key: str, upload: str) -> Mapping[int, str] | None:
        """The parts that are there, with S3's word for each; None when it is finished, or swept away."""
        try:
            listed = _asked(lambda: self._client.list_parts(Bucket=self._bucket, Key=key, UploadId=upload))
        except _Gone:
            return None
        return {part["PartNumber"]: part["ETag"] for part in listed.get("Parts", ())}

    def address_of_part(self, key: str, upload: str, number: int, *, length: int) -> str:
        """Where the phone may PUT that part, of that very length, within SEND_WITHIN_S."""
        part: dict[str, Any] = {
            "Bucket": self._bucket,
            "Key": key,
            "UploadId": upload,
            "PartNumber": number,
            "ContentLength": length,
        }
        return str(
            self._client.generate_presigned_url(
                ClientMethod="upload_part", Params=part, ExpiresIn=SEND_WITHIN_S, HttpMethod="PUT"
            )
        )

    def finish(self, key: str, upload: str, parts: Mapping[int, str]) -> None:
        """Makes one file of the parts; harmless when that was done before."""
        listed: Any = [{"PartNumber": number, "ETag": etag} for number, etag in sorted(parts.items())]
        try:
            _asked(
                lambda: self._client.complete_multipart_upload(
                    Bucket=self._bucket, Key=key, UploadId=upload, MultipartUpload={"Parts": listed}
                )
            )
        except _Gone:
            return

    def head(self, key: str, *, length: int) -> tuple[bytes, int] | None:
        """The first bytes of a file, and its size; None when there is none."""
        try:
            found = _asked(
                lambda: self._client.get_object(Bucket=self._bucket, Key=key, Range=f"bytes=0-{length - 1}")
            )
        except _Gone:
            return None
        return found["Body"].read(), int(found["ContentRange"].rpartition("/")[2])

    def address_to_look(self, key: str) -> str:
        """Where one of us may see it, within LOOK_WITHIN_S."""
        wanted: dict[str, Any] = {"Bucket": self._bucket, "Key": key}
        return str(
            self._client.generate_presigned_url(
                ClientMethod="get_object", Params=wanted, ExpiresIn=LOOK_WITHIN_S, HttpMethod="GET"
            )
        )


class _Gone(Exception):
    """S3 has no such upload, or no such file."""


def _asked(ask: Callable[[], Answer]) -> Answer:
    from botocore.exceptions import BotoCoreError, ClientError  # noqa: PLC0415 - loads boto3

    try:
        return ask()
    except ClientError as error:
        code = error.response["Error"]["Code"]
        if code in {"NoSuchUpload", "NoSuchKey"}:
            raise _Gone from None
        logger.error("uploads", extra={"aws_code": code})
        raise UploadsUnavailable from None
    except BotoCoreError as error:
        logger.error("uploads", extra={"aws_code": type(error).__name__})
        raise UploadsUnavailable from None
