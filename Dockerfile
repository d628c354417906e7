# The desk in a container: not as root, one volume for everything that is kept.
FROM python:3.11-slim-bookworm AS build

COPY scripts/image-steps /src/scripts/image-steps
COPY requirements/run.txt /src/requirements/run.txt
RUN /src/scripts/image-steps packages /opt/newsdesk /src

COPY pyproject.toml README.md LICENSE /src/
COPY bot /src/bot
COPY adapters /src/adapters
RUN /src/scripts/image-steps desk /opt/newsdesk /src

FROM python:3.11-slim-bookworm

RUN useradd --system --uid 10001 --create-home --home-dir /var/lib/newsdesk newsdesk
COPY --from=build /opt/newsdesk /opt/newsdesk
ENV PATH="/opt/newsdesk/bin:$PATH" \
    PYTHONUNBUFFERED=1 \
    NEWSDESK_HOME=/var/lib/newsdesk

# By number: who runs it can see that it is not root without looking into the image.
USER 10001
WORKDIR /var/lib/newsdesk
VOLUME /var/lib/newsdesk

# Healthy is: the loops run. A source or platform that is down is no reason to restart the desk.
HEALTHCHECK --interval=1m --timeout=20s --start-period=1m CMD ["newsdesk", "doctor", "--running"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["newsdesk"]
CMD ["--config", "/etc/newsdesk/config.toml", "run"]
