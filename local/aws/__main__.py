"""The AWS stand-ins: moto for SQS, SNS, S3 and Secrets Manager; KMS, Logs and carriers beside it.

moto forgets everything when it stops, so each start makes the queues and puts the secret again.
"""

from __future__ import annotations

import boto3
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app

from local.aws.carrier import Carrier
from local.aws.kms import make_kms
from local.aws.logs import make_logs
from local.aws.outages import Outages
from local.clock import SimulatedClock
from local.environment import RINGING, SECRETS_NAME, UPLOADS_BUCKET, stored_secrets
from local.layout import Ports, data_folder
from local.resources import create_bucket, create_queues, put_secret
from local.serving import serve_in_thread, wait_for_ever


def main() -> None:
    ports, data = Ports.from_environment(), data_folder()
    serve_in_thread(make_kms(data.kms_key), ports.kms)
    serve_in_thread(make_logs(data.path / "logs"), ports.logs)
    moto = DomainDispatcherApplication(create_backend_app)
    carrier = Carrier(moto, data.path / "logs" / "sns", SimulatedClock(data.clock))
    serve_in_thread(Outages(carrier), ports.aws)
    # First: once there are queues the worker does what needs it.
    put_secret(SECRETS_NAME, stored_secrets(data, ports))
    create_queues(boto3.client("sqs"))
    boto3.client("sns", region_name=RINGING["region"]).create_topic(Name=RINGING["topic_arn"].rpartition(":")[2])
    create_bucket(boto3.client("s3"), UPLOADS_BUCKET)
    wait_for_ever()


if __name__ == "__main__":
    main()
